package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of rules D2 and D3, and their neighbours. */
class DateExamplesTest {

  private final Counter counter = new Counter(LegalCalendar.published());

  @ParameterizedTest
  @CsvSource({
    "2025-02-28, 1, 2025-03-31",
    "2025-01-30, 1, 2025-02-28",
    "2025-01-31, 1, 2025-02-28",
    "2025-01-15, 1, 2025-02-15",
    "2024-02-28, 1, 2024-03-28",
    "2024-02-29, 1, 2024-03-31",
    "2025-01-30, 2, 2025-03-30",
    "2025-04-30, 1, 2025-05-31",
    "2025-11-30, 3, 2026-02-28",
    "2025-07-10, 3, 2025-10-10",
  })
  void d2_a_procedural_month_runs_to_the_same_date_or_the_last_day(
      LocalDate from, int months, LocalDate to) {
    var how =
        new Counting(
            Span.months(months), Counting.FirstDay.NOT_COUNTED, Counting.LastDay.STAYS, "D2");

    assertEquals(to, counter.count(Start.on(from, "event.day"), how).day());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-02-28, 0, 1, 0, 2025-03-30",
    "2025-01-15, 0, 1, 0, 2025-02-14",
    "2024-02-29, 1, 0, 0, 2025-02-27",
    "2025-01-30, 0, 1, 0, 2025-02-27",
    "2023-02-28, 1, 0, 0, 2024-02-27",
    "2025-01-01, 1, 0, 0, 2025-12-31",
    "2025-01-01, 0, 0, 10, 2025-01-10",
    "2024-02-29, 1, 1, 0, 2025-03-30",
    "2026-03-02, 1, 6, 15, 2027-09-16",
  })
  void d3_a_term_ends_the_day_before_the_pattern_date(
      LocalDate first, int years, int months, int days, LocalDate last) {
    assertEquals(last, Terms.end(first, new TermLength(years, months, days)).day());
  }

  @ParameterizedTest
  @CsvSource({"2025-02-28, 1, 2025-03-30", "2025-07-10, 3, 2025-10-09"})
  void a_restriction_in_months_counts_its_first_day_and_so_ends_by_d3(
      LocalDate first, int months, LocalDate last) {
    var how = Counting.restriction(Span.months(months), "L22");

    assertEquals(last, counter.count(Start.on(first, "event.day"), how).day());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "0, 0, 5, 5", "0, 0, 5, -1"})
  void a_term_of_nothing_has_no_end(int years, int months, int days, int credit) {
    var length = new TermLength(years, months, days);

    assertThrows(
        IllegalArgumentException.class, () -> Terms.end(LocalDate.of(2026, 1, 1), length, credit));
  }

  @ParameterizedTest
  @CsvSource({"10, 2026-06-20", "0, 2026-06-30"})
  void days_already_served_shorten_a_term(int credit, LocalDate last) {
    assertEquals(last, Terms.end(LocalDate.of(2026, 1, 1), TermLength.ofMonths(6), credit).day());
  }
}
