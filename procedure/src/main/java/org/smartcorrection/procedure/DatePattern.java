package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.time.YearMonth;

/** The date patterns of SPC interpretation 202 (rules D2, D3). */
final class DatePattern {

  private DatePattern() {}

  /**
   * The same date {@code months} later; from a month's last day, or where that date does not exist,
   * the last day of the month reached (D2). 28 February 2025 gives 31 March 2025.
   */
  static LocalDate monthsLater(LocalDate from, int months) {
    YearMonth reached = YearMonth.from(from).plusMonths(months);
    boolean fromLastDay = from.getDayOfMonth() == from.lengthOfMonth();
    boolean exists = from.getDayOfMonth() <= reached.lengthOfMonth();
    return fromLastDay || !exists ? reached.atEndOfMonth() : reached.atDay(from.getDayOfMonth());
  }

  /**
   * The same date {@code years} later, or that month's last day where it does not exist (D3).
   * Unlike months, a month's last day is not kept: 28 February 2023 gives 28 February 2024.
   */
  static LocalDate yearsLater(LocalDate from, int years) {
    YearMonth reached = YearMonth.from(from).plusYears(years);
    return reached.atDay(Math.min(from.getDayOfMonth(), reached.lengthOfMonth()));
  }
}
