package org.smartcorrection.platform.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Ribbon;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.DayKind;
import org.smartcorrection.procedure.LegalCalendar;

/** The days until the twelfth working day, with what falls due on them. */
final class StatuteRibbon {
  private static final int WORKING_DAYS = 12;
  static final int FLAGS_A_DAY = 3;

  private StatuteRibbon() {}

  /** The last day of a ribbon that begins today. */
  static LocalDate last(LocalDate today, LegalCalendar calendar) {
    LocalDate day = today;
    for (int working = calendar.isWorkingDay(day) ? 1 : 0; working < WORKING_DAYS; ) {
      day = day.plusDays(1);
      if (calendar.isWorkingDay(day)) working++;
    }
    return day;
  }

  /**
   * The ribbon.
   *
   * @param rows the first few of each day
   * @param totals how many each day has
   */
  static Ribbon of(
      LocalDate today, LegalCalendar calendar, List<DueRow> rows, Map<LocalDate, Integer> totals) {
    var days = new ArrayList<Ribbon.Day>();
    int working = 0;
    for (LocalDate day = today; working < WORKING_DAYS; day = day.plusDays(1)) {
      DayKind kind = calendar.kind(day);
      if (kind.isWorking()) working++;
      days.add(
          new Ribbon.Day(
              day, drawn(kind), name(day, kind, calendar), flags(day, today, rows, totals)));
    }
    return Ribbon.of(today, days);
  }

  static Ribbon.Kind drawn(DayKind kind) {
    return switch (kind) {
      case DayKind.WorkingDay _ -> Ribbon.Kind.WORKING;
      case DayKind.MakeUpWorkingDay _ -> Ribbon.Kind.MAKE_UP;
      case DayKind.PublicHoliday _ -> Ribbon.Kind.HOLIDAY;
      case DayKind.Weekend _ -> Ribbon.Kind.WEEKEND;
    };
  }

  /** The holiday's name; of a day whose year has no notice yet, that it may change (D5). */
  private static @Nullable Text name(LocalDate day, DayKind kind, LegalCalendar calendar) {
    if (kind instanceof DayKind.PublicHoliday(var name)) return holiday(name);
    boolean mayChange = kind.isWorking() && calendar.isProvisional(day);
    return mayChange ? Text.of("desk.ribbon.provisional") : null;
  }

  /** Notices join names, such as 国庆节、中秋节; each part is said in the reader's language. */
  static Text holiday(String published) {
    return switch (published) {
      case "元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆节" -> Text.of("holiday." + published);
      case String name -> Text.literal(name);
    };
  }

  private static List<Ribbon.Flag> flags(
      LocalDate day, LocalDate today, List<DueRow> rows, Map<LocalDate, Integer> totals) {
    List<DueRow> due =
        rows.stream()
            .filter(row -> row.due().metBy() == null)
            .filter(row -> row.day().equals(day) || (day.equals(today) && row.day().isBefore(day)))
            .toList();
    var flags = new ArrayList<Ribbon.Flag>();
    for (DueRow row : due.subList(0, Math.min(FLAGS_A_DAY, due.size())))
      flags.add(
          new Ribbon.Flag(
              nearness(row),
              Text.literal(row.what()),
              row.whom(),
              "/console#due-" + row.due().id()));
    int more = totals.getOrDefault(day, 0) - flags.size();
    if (more > 0)
      flags.add(
          new Ribbon.Flag(
              Ribbon.Nearness.LATER,
              Text.of("desk.ribbon.more", more),
              Text.literal(""),
              ClockFilter.PATH + "#day-" + day));
    return flags;
  }

  private static Ribbon.Nearness nearness(DueRow row) {
    return switch (row.left().kind()) {
      case "over", "today" -> Ribbon.Nearness.TODAY;
      case "soon" -> Ribbon.Nearness.SOON;
      case "held" -> Ribbon.Nearness.HELD;
      case String _ -> Ribbon.Nearness.LATER;
    };
  }
}
