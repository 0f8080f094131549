package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smartcorrection.procedure.Span.Unit;

/**
 * Goes forward day by day and remembers which days counted and which did not, and why. One walk
 * counts one span.
 */
final class DayWalk {

  private final LegalCalendar calendar;
  private final Circumstances circumstances;
  private final List<LocalDate> counted = new ArrayList<>();
  private final List<LocalDate> makeUp = new ArrayList<>();
  private final List<LocalDate> weekends = new ArrayList<>();
  private final Map<String, List<LocalDate>> holidays = new LinkedHashMap<>();
  private final Map<Suspension, List<LocalDate>> suspended = new LinkedHashMap<>();
  private boolean provisional;

  DayWalk(LegalCalendar calendar, Circumstances circumstances) {
    this.calendar = calendar;
    this.circumstances = circumstances;
  }

  /**
   * Counts the span.
   *
   * @param event the day of the event, from which months are reckoned
   * @param before the day before the first day that may count
   * @return the last day
   */
  LocalDate go(LocalDate event, LocalDate before, Span span) {
    return switch (span.unit()) {
      case CALENDAR_DAYS, WORKING_DAYS -> days(before, span.number(), span.unit(), true);
      case MONTHS -> months(event, before, span.number());
      case HOURS -> throw new IllegalArgumentException("hours are not walked by day");
    };
  }

  private LocalDate days(LocalDate before, int number, Unit unit, boolean list) {
    LocalDate day = before;
    for (int left = number; left > 0; ) {
      day = day.plusDays(1);
      if (isSuspended(day)) continue;
      if (unit == Unit.WORKING_DAYS && !isWorked(day)) continue;
      left--;
      if (list) counted.add(day);
    }
    return day;
  }

  /**
   * Months by D2 when the event's day is not counted, by D3 when it is; then as many further days
   * as were suspended on the way.
   */
  private LocalDate months(LocalDate event, LocalDate before, int number) {
    LocalDate pattern = DatePattern.monthsLater(event, number);
    LocalDate last = before.isBefore(event) ? pattern.minusDays(1) : pattern;
    int stoodStill =
        (int) before.plusDays(1).datesUntil(last.plusDays(1)).filter(this::isSuspended).count();
    return days(last, stoodStill, Unit.CALENDAR_DAYS, false);
  }

  private boolean isSuspended(LocalDate day) {
    return circumstances
        .suspending(day)
        .map(why -> suspended.computeIfAbsent(why, _ -> new ArrayList<>()).add(day))
        .isPresent();
  }

  private boolean isWorked(LocalDate day) {
    provisional |= calendar.isProvisional(day);
    return switch (calendar.kind(day)) {
      case DayKind.WorkingDay _ -> true;
      case DayKind.MakeUpWorkingDay _ -> makeUp.add(day);
      case DayKind.Weekend _ -> !weekends.add(day);
      case DayKind.PublicHoliday(String name) ->
          !holidays.computeIfAbsent(name, _ -> new ArrayList<>()).add(day);
    };
  }

  boolean provisional() {
    return provisional;
  }

  List<Step> steps() {
    var steps = new ArrayList<Step>();
    if (!counted.isEmpty()) steps.add(Step.of("count.counted", List.of(new Arg.Days(counted))));
    if (!makeUp.isEmpty()) {
      steps.add(Step.of("count.makeup", List.of(new Arg.Days(makeUp)), "D5"));
    }
    if (!weekends.isEmpty()) {
      steps.add(Step.of("count.skipped.weekend", List.of(new Arg.Days(weekends)), "D5"));
    }
    holidays.forEach(
        (name, days) ->
            steps.add(
                Step.of(
                    "count.skipped.holiday",
                    List.of(new Arg.Days(days), new Arg.Kind(new DayKind.PublicHoliday(name))),
                    "D5")));
    suspended.forEach(
        (why, days) ->
            steps.add(
                Step.of(
                    why.cause() == Suspension.Cause.TRAVEL ? "count.travel" : "count.standstill",
                    List.of(new Arg.Days(days)),
                    why.rule())));
    return steps;
  }
}
