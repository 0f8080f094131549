package org.smartcorrection.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes days, times and spans by the patterns of a language's texts. */
final class Dates {

  private Dates() {}

  static String day(LocalDate day, Texts texts) {
    return formatter("format.day", texts).format(day);
  }

  static String moment(Instant at, Texts texts) {
    return formatter("format.moment", texts).format(at.atZone(LegalCalendar.ZONE));
  }

  /** Days one after the other as a range: 16–18 Sep, 20 Sep. */
  static String days(List<LocalDate> days, Texts texts) {
    var written = new ArrayList<String>();
    for (int first = 0; first < days.size(); ) {
      int last = first;
      while (last + 1 < days.size() && days.get(last + 1).equals(days.get(last).plusDays(1)))
        last++;
      written.add(range(days.get(first), days.get(last), texts));
      first = last + 1;
    }
    return String.join(texts.get("list.separator"), written);
  }

  private static String range(LocalDate first, LocalDate last, Texts texts) {
    String end = formatter("format.short", texts).format(last);
    if (first.equals(last)) return end;
    boolean oneMonth = first.getMonth() == last.getMonth();
    String pattern = oneMonth ? "format.range.in-month" : "format.range";
    return texts.fill(
        pattern,
        List.of(
            formatter("format.short", texts).format(first),
            Integer.toString(first.getDayOfMonth()),
            end,
            Integer.toString(last.getDayOfMonth())));
  }

  static String span(Span span, Texts texts) {
    return amount("unit." + span.unit(), span.number(), texts);
  }

  static String length(TermLength length, Texts texts) {
    var parts = new ArrayList<String>();
    if (length.years() > 0) parts.add(amount("unit.YEARS", length.years(), texts));
    if (length.months() > 0) parts.add(amount("unit.MONTHS", length.months(), texts));
    if (length.days() > 0 || parts.isEmpty()) {
      parts.add(amount("unit.CALENDAR_DAYS", length.days(), texts));
    }
    return String.join(texts.get("list.term"), parts);
  }

  static String kind(DayKind kind, Texts texts) {
    return switch (kind) {
      case DayKind.WorkingDay _ -> texts.get("day.working");
      case DayKind.Weekend _ -> texts.get("day.weekend");
      case DayKind.PublicHoliday(var name) ->
          texts.fill("day.holiday", List.of(holiday(name, texts)));
      case DayKind.MakeUpWorkingDay(var name) ->
          texts.fill("day.makeup", List.of(holiday(name, texts)));
    };
  }

  /** A holiday that a later notice names newly is shown under its published name. */
  private static String holiday(String name, Texts texts) {
    String key = "holiday." + name;
    return texts.has(key) ? texts.get(key) : name;
  }

  private static String amount(String unit, int number, Texts texts) {
    return texts.fill(number == 1 ? unit + ".one" : unit, List.of(Integer.toString(number)));
  }

  private static DateTimeFormatter formatter(String key, Texts texts) {
    return DateTimeFormatter.ofPattern(
        texts.get(key), Locale.forLanguageTag(texts.get("format.language")));
  }
}
