package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartcorrection.procedure.Counting.FirstDay;
import org.smartcorrection.procedure.Counting.LastDay;
import org.smartcorrection.procedure.Span.Unit;

/**
 * The legal calendar against counting by hand, on random cases from 2018 to 2026: every unit, first
 * day counted or not, custody, days on which time stands still, extensions, and terms.
 *
 * <p>{@code -Dcalendar.rounds=10000000} compares more, {@code -Dcalendar.seed} begins elsewhere. A
 * failure tells the seed that repeats it in one round.
 */
class BruteForceTest {

  private static final long ROUNDS = Long.getLong("calendar.rounds", 200_000);
  private static final long SEED = Long.getLong("calendar.seed", 20_261_125);
  private static final LocalDate BEGINNING = LocalDate.of(2018, 1, 1);
  private static final int NINE_YEARS = 3287;
  private static final List<Unit> UNITS = List.of(Unit.values());
  private static final List<Unit> DAY_UNITS =
      List.of(Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.MONTHS);

  private final Abacus abacus = new Abacus();
  private final Counter counter = new Counter(LegalCalendar.published());

  @Test
  void every_deadline_is_as_counted_by_hand() {
    for (long round = 0; round < ROUNDS; round++) {
      long seed = SEED + round;
      try {
        compare(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dcalendar.rounds=1 -Dcalendar.seed=" + seed, e);
      }
    }
  }

  @Test
  void every_term_is_as_counted_by_hand() {
    for (long round = 0; round < ROUNDS / 10; round++) {
      long seed = SEED + round;
      try {
        compareTerm(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dcalendar.rounds=10 -Dcalendar.seed=" + seed, e);
      }
    }
  }

  /** The abacus itself, by the digest's own examples and a known holiday. */
  @ParameterizedTest
  @CsvSource({
    "2025-02-28, 1, 2025-03-31",
    "2025-01-30, 1, 2025-02-28",
    "2025-01-15, 1, 2025-02-15",
    "2024-01-31, 1, 2024-02-29",
    "2024-02-29, 12, 2025-02-28",
    "2025-12-31, 2, 2026-02-28",
  })
  void the_abacus_knows_the_examples_of_the_law(LocalDate from, int months, LocalDate to) {
    int reached = abacus.sameDateMonthsLater(number(from), months);

    assertEquals(to, BEGINNING.plusDays(reached));
    assertEquals(
        number(to),
        abacus.number(to.getYear(), to.getMonthValue(), to.getDayOfMonth()),
        "its calendar is the calendar");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-02-28, 0, 1, 2025-03-30",
    "2025-01-15, 0, 1, 2025-02-14",
    "2024-02-29, 1, 0, 2025-02-27",
  })
  void the_abacus_ends_a_term_the_day_before(
      LocalDate first, int years, int months, LocalDate last) {
    assertEquals(number(last), abacus.term(number(first), years, months, 0, 0));
  }

  private void compare(SplittableRandom random) {
    int day = day(random);
    int minute = random.nextInt(Abacus.MINUTES);
    Unit unit = UNITS.get(random.nextInt(UNITS.size()));
    boolean firstCounts = random.nextInt(3) == 0;
    boolean moves = random.nextBoolean();
    boolean custody = random.nextInt(5) == 0;
    Span span = span(unit, random);
    var still = new BitSet();
    List<Suspension> suspensions = suspensions(day, still, random);
    List<Extension> extensions = new ArrayList<>();
    while (extensions.size() < 2 && random.nextInt(4) == 0) {
      Unit by = unit == Unit.HOURS ? unit : DAY_UNITS.get(random.nextInt(DAY_UNITS.size()));
      extensions.add(new Extension(span(by, random), "L07"));
    }
    Deadline counted =
        counter.count(
            new Start(instant((long) day * Abacus.MINUTES + minute), "event.day"),
            new Counting(
                span,
                firstCounts ? FirstDay.COUNTED : FirstDay.NOT_COUNTED,
                moves ? LastDay.MOVES_TO_WORKING_DAY : LastDay.STAYS,
                "L09"),
            new Circumstances(custody, suspensions, extensions));
    Abacus.Answer answer =
        abacus.count(
            new Abacus.Question(
                day,
                minute,
                span,
                firstCounts,
                moves,
                custody,
                still,
                extensions.stream().map(Extension::by).toList()));

    assertEquals(BEGINNING.plusDays(answer.day()), counted.day());
    assertEquals(instant(answer.end()), counted.end());
    assertEquals(answer.provisional(), counted.provisional());
  }

  private void compareTerm(SplittableRandom random) {
    int first = day(random);
    int years = random.nextInt(11);
    int months = random.nextInt(36);
    int days = random.nextInt(4) == 0 ? random.nextInt(60) : 0;
    int credit = random.nextInt(3) == 0 ? random.nextInt(200) : 0;
    if (years + months + days == 0) months = 1;
    var length = new TermLength(years, months, days);
    int last = abacus.term(first, years, months, days, credit);
    LocalDate from = BEGINNING.plusDays(first);
    if (last < 0) {
      assertThrows(IllegalArgumentException.class, () -> Terms.end(from, length, credit));
    } else {
      assertEquals(BEGINNING.plusDays(last), Terms.end(from, length, credit).day());
    }
  }

  /** Every other one near a month's end, where the law is hardest. */
  private static int day(SplittableRandom random) {
    LocalDate day = BEGINNING.plusDays(random.nextInt(NINE_YEARS));
    if (random.nextBoolean()) day = day.withDayOfMonth(day.lengthOfMonth() - random.nextInt(3));
    return number(day);
  }

  private static Span span(Unit unit, SplittableRandom random) {
    return switch (unit) {
      case HOURS -> Span.hours(1 + random.nextInt(72));
      case CALENDAR_DAYS -> Span.calendarDays(1 + random.nextInt(40));
      case WORKING_DAYS -> Span.workingDays(1 + random.nextInt(25));
      case MONTHS -> Span.months(1 + random.nextInt(random.nextInt(6) == 0 ? 24 : 4));
    };
  }

  private static List<Suspension> suspensions(int day, BitSet still, SplittableRandom random) {
    var suspensions = new ArrayList<Suspension>();
    while (suspensions.size() < 3 && random.nextInt(3) == 0) {
      int first = Math.max(0, day + random.nextInt(60) - 5);
      int last = first + random.nextInt(9);
      still.set(first, last + 1);
      suspensions.add(
          new Suspension(
              BEGINNING.plusDays(first),
              BEGINNING.plusDays(last),
              random.nextBoolean() ? Suspension.Cause.TRAVEL : Suspension.Cause.STANDSTILL,
              "D1"));
    }
    return suspensions;
  }

  private static int number(LocalDate day) {
    return (int) (day.toEpochDay() - BEGINNING.toEpochDay());
  }

  private static Instant instant(long minutes) {
    return Instant.ofEpochSecond(Abacus.BEGINNING + minutes * 60);
  }
}
