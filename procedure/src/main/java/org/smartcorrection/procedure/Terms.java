package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * When a term of years, months and days ends (rule D3). The first day is part of the term; the term
 * ends the day before the date that the pattern gives, and a holiday never lengthens it.
 *
 * <p>The text is silent on mixed terms. Our reading: first the years, then the months from the date
 * so reached, then the days.
 */
public final class Terms {

  private static final String PATTERN = "D3";
  private static final String CREDIT = "T1";

  private Terms() {}

  /**
   * The term's last day, with its reason.
   *
   * @param creditedDays days already served before that count against the term; public surveillance
   *     counts two for each day in custody (Criminal Law 41)
   * @throws IllegalArgumentException when the term is zero, or the credit is negative or uses it up
   */
  public static Deadline end(LocalDate firstDay, TermLength length, int creditedDays) {
    if (length.isZero()) throw new IllegalArgumentException("a term of zero has no last day");
    if (creditedDays < 0) throw new IllegalArgumentException("a credit is not negative");
    LocalDate pattern = pattern(firstDay, length);
    LocalDate last = pattern.minusDays(1L + creditedDays);
    if (last.isBefore(firstDay)) throw new IllegalArgumentException("the credit uses up the term");
    var steps = new ArrayList<Step>();
    steps.add(Step.of("term.first", List.of(new Arg.Day(firstDay))));
    steps.add(
        Step.of("term.pattern", List.of(new Arg.Length(length), new Arg.Day(pattern)), PATTERN));
    if (creditedDays > 0) {
      steps.add(Step.of("term.credit", List.of(new Arg.Count(creditedDays)), CREDIT));
    }
    steps.add(Step.of("term.last", List.of(new Arg.Day(last)), PATTERN));
    return new Deadline(last, LegalCalendar.endOf(last), false, new Explanation(steps));
  }

  /** As {@link #end(LocalDate, TermLength, int)} without credit. */
  public static Deadline end(LocalDate firstDay, TermLength length) {
    return end(firstDay, length, 0);
  }

  static LocalDate pattern(LocalDate firstDay, TermLength length) {
    LocalDate afterYears = DatePattern.yearsLater(firstDay, length.years());
    LocalDate afterMonths =
        length.months() == 0 ? afterYears : DatePattern.monthsLater(afterYears, length.months());
    return afterMonths.plusDays(length.days());
  }
}
