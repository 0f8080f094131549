package org.smartcorrection.platform.tracking;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.procedure.act.WeekHours;

/** Hours of the week in a form: from and until for each day, and nothing for a day without. */
final class WeekInput {
  /** The field at which its errors stand. */
  static final String FIELD = "weekHours";

  private WeekInput() {}

  /**
   * A day of the form.
   *
   * @param key with which the names of its two fields begin
   * @param word in the reader's language
   */
  record Day(String key, String word) {}

  static List<Day> days(Locale locale) {
    return Stream.of(DayOfWeek.values())
        .map(day -> new Day(key(day), day.getDisplayName(TextStyle.FULL, locale)))
        .toList();
  }

  /** As the fact states it: {@link WeekHours#ALWAYS} when no hours were given. */
  static String read(FormReader reader) {
    var windows = new ArrayList<String>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String from = reader.form().value(field(day, "from")).strip();
      String until = reader.form().value(field(day, "until")).strip();
      if (from.isEmpty() && until.isEmpty()) continue;
      // midnight as the end of a day
      if (until.equals("00:00")) until = "24:00";
      windows.add(short3(day) + " " + from + "-" + until);
    }
    if (windows.isEmpty()) return WeekHours.ALWAYS;
    String text = String.join(", ", windows);
    if (WeekHours.read(text).isEmpty()) reader.failing(FIELD, "tracking.zone.hours.wrong");
    return text;
  }

  /** The form with the hours of a fact; it knows one window a day. */
  static Form show(Form form, String fact) {
    Form shown = form;
    for (WeekHours.Window window :
        WeekHours.read(fact).stream().flatMap(hours -> hours.windows().stream()).toList()) {
      shown = shown.with(field(window.day(), "from"), window.from().toString());
      shown = shown.with(field(window.day(), "until"), window.until().toString());
    }
    return shown;
  }

  static String field(DayOfWeek day, String side) {
    return key(day) + "-" + side;
  }

  private static String key(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static String short3(DayOfWeek day) {
    return day.name().substring(0, 3);
  }
}
