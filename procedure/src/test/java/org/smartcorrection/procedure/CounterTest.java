package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.Counting.FirstDay;
import org.smartcorrection.procedure.Counting.LastDay;

class CounterTest {

  private final Counter counter = new Counter(LegalCalendar.published());

  @Test
  void d1_the_day_of_the_event_is_not_counted() {
    Deadline deadline =
        counter.count(on(2026, 3, 2), Counting.deadline(Span.calendarDays(10), "L11"));

    assertEquals(LocalDate.of(2026, 3, 12), deadline.day());
    assertEquals(Instant.parse("2026-03-12T16:00:00Z"), deadline.end());
    assertEquals(List.of("count.start", "count.counted", "count.last"), keys(deadline));
  }

  @Test
  void d1_an_end_in_a_holiday_moves_behind_it() {
    Deadline deadline =
        counter.count(on(2026, 9, 27), Counting.deadline(Span.calendarDays(5), "L13"));

    assertEquals(LocalDate.of(2026, 10, 8), deadline.day());
    assertTrue(keys(deadline).contains("count.moved"));
  }

  @Test
  void d1_an_end_on_a_make_up_saturday_stays() {
    Deadline deadline =
        counter.count(on(2026, 10, 5), Counting.deadline(Span.calendarDays(5), "L09"));

    assertEquals(LocalDate.of(2026, 10, 10), deadline.day());
  }

  @Test
  void d1_in_custody_an_end_does_not_move() {
    var custody = new Circumstances(true, List.of(), List.of());

    Deadline deadline =
        counter.count(on(2026, 9, 27), Counting.deadline(Span.calendarDays(5), "L35"), custody);

    assertEquals(LocalDate.of(2026, 10, 2), deadline.day());
    assertTrue(keys(deadline).contains("count.custody"));
  }

  @Test
  void d1_time_on_the_road_is_not_counted() {
    var travel =
        new Suspension(
            LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 5), Suspension.Cause.TRAVEL, "D1");
    var circumstances = new Circumstances(false, List.of(travel), List.of());

    Deadline days =
        counter.count(
            on(2026, 3, 2), Counting.deadline(Span.calendarDays(10), "L11"), circumstances);
    Deadline months =
        counter.count(on(2026, 3, 2), Counting.deadline(Span.months(1), "L11"), circumstances);
    Deadline hours =
        counter.count(
            new Start(Instant.parse("2026-03-03T10:20:00Z"), "event.day"),
            Counting.deadline(Span.hours(24), "L35"),
            circumstances);

    assertEquals(LocalDate.of(2026, 3, 16), days.day(), "14 March is a Saturday");
    assertEquals(LocalDate.of(2026, 4, 7), months.day(), "4 to 6 April is Qingming");
    assertEquals(Instant.parse("2026-03-06T11:00:00Z"), hours.end());
  }

  @Test
  void l07_ten_working_days_skip_mid_autumn_and_count_the_make_up_sunday() {
    Deadline deadline =
        counter.count(on(2026, 9, 15), Counting.deadline(Span.workingDays(10), "L07"));

    assertEquals(LocalDate.of(2026, 9, 29), deadline.day());
    assertEquals(
        List.of(
            "count.start",
            "count.counted",
            "count.makeup",
            "count.skipped.weekend",
            "count.skipped.holiday",
            "count.last"),
        keys(deadline));
    assertFalse(deadline.provisional());
  }

  @Test
  void an_extension_goes_on_where_the_span_ends() {
    var circumstances =
        new Circumstances(false, List.of(), List.of(new Extension(Span.workingDays(5), "L07")));
    var how = Counting.deadline(Span.workingDays(10), "L07");

    assertEquals(
        counter.count(on(2026, 9, 15), Counting.deadline(Span.workingDays(15), "L07")).day(),
        counter.count(on(2026, 9, 15), how, circumstances).day());
  }

  @Test
  void l35_forty_eight_hours_begin_with_the_next_hour_and_never_move() {
    var start = new Start(Instant.parse("2026-09-30T02:20:00Z"), "event.day");

    assertEquals(
        Instant.parse("2026-10-02T03:00:00Z"),
        counter.count(start, Counting.deadline(Span.hours(48), "L35")).end());
  }

  @Test
  void l22_positioning_of_three_months_ends_on_a_holiday_if_it_must() {
    Deadline deadline = counter.count(on(2026, 7, 2), Counting.restriction(Span.months(3), "L22"));

    assertEquals(LocalDate.of(2026, 10, 1), deadline.day());
    assertFalse(keys(deadline).contains("count.moved"));
  }

  @Test
  void d5_a_deadline_in_a_year_without_a_notice_says_that_it_is_provisional() {
    Deadline working =
        counter.count(on(2027, 9, 27), Counting.deadline(Span.workingDays(5), "L07"));
    Deadline calendarDays =
        counter.count(on(2027, 9, 27), Counting.deadline(Span.calendarDays(5), "L09"));
    Deadline restriction =
        counter.count(on(2027, 9, 27), Counting.restriction(Span.months(3), "L22"));

    assertTrue(working.provisional());
    assertTrue(keys(working).contains("count.provisional"));
    assertTrue(calendarDays.provisional());
    assertFalse(restriction.provisional(), "no notice can change it");
  }

  @Test
  void hours_are_not_mixed_with_days() {
    var byHours = new Circumstances(false, List.of(), List.of(new Extension(Span.hours(5), "L35")));
    var byDays =
        new Circumstances(false, List.of(), List.of(new Extension(Span.calendarDays(5), "L35")));

    assertThrows(
        IllegalArgumentException.class,
        () ->
            counter.count(on(2026, 3, 2), Counting.deadline(Span.calendarDays(1), "L09"), byHours));
    assertThrows(
        IllegalArgumentException.class,
        () -> counter.count(on(2026, 3, 2), Counting.deadline(Span.hours(1), "L35"), byDays));
    assertThrows(IllegalArgumentException.class, () -> Span.hours(0));
  }

  @Test
  void a_date_that_somebody_set_is_not_counted_but_may_move() {
    LocalDate holiday = LocalDate.of(2026, 10, 1);

    assertEquals(
        LocalDate.of(2026, 10, 8),
        counter.on(holiday, "event.day", LastDay.MOVES_TO_WORKING_DAY, "M13").day());
    assertEquals(holiday, counter.on(holiday, "event.day", LastDay.STAYS, "L32").day());
  }

  @Test
  void d6_a_leave_counts_both_ends() {
    var how = new Counting(Span.calendarDays(7), FirstDay.COUNTED, LastDay.STAYS, "M19");

    assertEquals(LocalDate.of(2026, 5, 7), counter.count(on(2026, 5, 1), how).day());
  }

  private static Start on(int year, int month, int day) {
    return Start.on(LocalDate.of(year, month, day), "event.day");
  }

  private static List<String> keys(Deadline deadline) {
    return deadline.explanation().steps().stream().map(Step::key).toList();
  }
}
