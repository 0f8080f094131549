package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counting compared with a second one that is written another way, on random dates. */
class CountingPropertiesTest {

  private static final int ROUNDS = 5_000;
  private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
  private static final int DAYS = 3200;
  private static final List<Span.Unit> UNITS = List.of(Span.Unit.values());

  private final LegalCalendar calendar = LegalCalendar.published();
  private final Counter counter = new Counter(calendar);
  private final Set<LocalDate> worked = workedDays();

  @Test
  void working_days_equal_those_taken_one_by_one_from_the_list_of_worked_days() {
    each(
        20260301,
        (random, start) -> {
          int number = 1 + random.nextInt(40);
          Deadline deadline = count(start, Counting.deadline(Span.workingDays(number), "L07"));

          LocalDate expected =
              start
                  .plusDays(1)
                  .datesUntil(start.plusDays(200))
                  .filter(worked::contains)
                  .skip(number - 1L)
                  .findFirst()
                  .orElseThrow();
          assertEquals(expected, deadline.day());
          assertTrue(calendar.isWorkingDay(deadline.day()));
          assertTrue(
              keysOf(deadline).stream().noneMatch("count.moved"::equals),
              "a working-day deadline never has to move");
        });
  }

  @Test
  void calendar_days_equal_the_date_so_many_days_later_moved_to_a_worked_day() {
    each(
        20260302,
        (random, start) -> {
          int number = 1 + random.nextInt(60);
          LocalDate plain = start.plusDays(number);
          LocalDate moved =
              plain
                  .datesUntil(plain.plusDays(20))
                  .filter(worked::contains)
                  .findFirst()
                  .orElseThrow();

          assertEquals(
              moved, count(start, Counting.deadline(Span.calendarDays(number), "L09")).day());
          assertEquals(
              plain.minusDays(1),
              count(start, Counting.restriction(Span.calendarDays(number), "L22")).day());
        });
  }

  /** Written from SPC interpretation 202, word by word, on day numbers instead of year-months. */
  @Test
  void months_equal_the_words_of_spc_202() {
    each(
        20260303,
        (random, start) -> {
          int number = 1 + random.nextInt(24);
          LocalDate firstOfTarget = start.minusDays(start.getDayOfMonth() - 1L).plusMonths(number);
          LocalDate lastOfTarget = firstOfTarget.plusMonths(1).minusDays(1);
          boolean beginsOnLastDay = start.plusDays(1).getDayOfMonth() == 1;
          LocalDate expected =
              beginsOnLastDay || start.getDayOfMonth() > lastOfTarget.getDayOfMonth()
                  ? lastOfTarget
                  : firstOfTarget.plusDays(start.getDayOfMonth() - 1L);

          assertEquals(expected, DatePattern.monthsLater(start, number));
          assertEquals(expected.minusDays(1), Terms.end(start, TermLength.ofMonths(number)).day());
        });
  }

  @Test
  void a_later_event_never_ends_earlier_and_a_longer_span_never_ends_sooner() {
    each(
        20260304,
        (random, start) -> {
          Span.Unit unit = UNITS.get(random.nextInt(UNITS.size()));
          int number = 1 + random.nextInt(30);
          Deadline deadline = count(start, Counting.deadline(new Span(number, unit), "L09"));
          Deadline later =
              count(start.plusDays(1), Counting.deadline(new Span(number, unit), "L09"));
          Deadline longer = count(start, Counting.deadline(new Span(number + 1, unit), "L09"));

          assertFalse(later.end().isBefore(deadline.end()));
          assertFalse(longer.end().isBefore(deadline.end()));
          assertTrue(deadline.end().isAfter(LegalCalendar.startOf(start)));
        });
  }

  private interface Property {
    void holds(Random random, LocalDate start);
  }

  private static void each(long seed, Property property) {
    var random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      LocalDate start = FIRST.plusDays(random.nextInt(DAYS));
      try {
        property.holds(random, start);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ", round " + round + ", start " + start, e);
      }
    }
  }

  private Deadline count(LocalDate start, Counting how) {
    return counter.count(Start.on(start, "event.day"), how);
  }

  private static Set<String> keysOf(Deadline deadline) {
    var keys = new HashSet<String>();
    deadline.explanation().steps().forEach(step -> keys.add(step.key()));
    return keys;
  }

  private static Set<LocalDate> workedDays() {
    var worked = new HashSet<LocalDate>();
    FIRST
        .datesUntil(FIRST.plusYears(11))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
        .forEach(worked::add);
    for (HolidayYear year : HolidayFiles.published()) {
      worked.removeAll(year.holidays().keySet());
      worked.addAll(year.makeUpWorkdays().keySet());
    }
    return worked;
  }
}
