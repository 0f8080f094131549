package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.Map;

/**
 * One year's notice of the State Council: days off and weekend days worked in exchange, each with
 * the name of its holiday.
 *
 * <p>Construction fails when a day lies in another year, or is both off and worked.
 */
public record HolidayYear(
    int year, Map<LocalDate, String> holidays, Map<LocalDate, String> makeUpWorkdays) {

  public HolidayYear {
    holidays = Map.copyOf(holidays);
    makeUpWorkdays = Map.copyOf(makeUpWorkdays);
    for (LocalDate day : holidays.keySet()) {
      mustLieIn(year, day);
      if (makeUpWorkdays.containsKey(day)) {
        throw new IllegalArgumentException(day + " is both a holiday and a make-up working day");
      }
    }
    for (LocalDate day : makeUpWorkdays.keySet()) mustLieIn(year, day);
  }

  private static void mustLieIn(int year, LocalDate day) {
    if (day.getYear() != year) throw new IllegalArgumentException(day + " is not in " + year);
  }
}
