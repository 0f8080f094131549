package org.smartcorrection.platform.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;

/**
 * What is left of a deadline, in words.
 *
 * @param kind as the chip draws it: {@code over}, {@code today}, {@code soon}, {@code held}, {@code
 *     met} or nothing
 */
record Left(String kind, Text text) {
  private static final int SOON = 3;

  static Left of(Due due, Instant now, LegalCalendar calendar) {
    if (due.metAt() != null) {
      LocalDate day = LegalCalendar.legalDay(due.metAt());
      return due.late(now)
          ? new Left("over", Text.of("desk.left.met-late", day))
          : new Left("met", Text.of("desk.left.met", day));
    }
    LocalDate today = LegalCalendar.legalDay(now);
    // an end that comes by itself is never moved by holidays, so its days are counted as they are
    if (!due.late(now) && due.thenAct() != null && due.day().isAfter(today))
      return new Left("held", counted("desk.left.days", ChronoUnit.DAYS.between(today, due.day())));
    return open(due.day(), due.late(now), today, calendar);
  }

  /** What is left until a day on which something is owed. */
  static Left open(LocalDate day, boolean late, LocalDate today, LegalCalendar calendar) {
    if (late)
      return new Left("over", counted("desk.left.over", ChronoUnit.DAYS.between(day, today)));
    if (day.equals(today)) return new Left("today", Text.of("desk.left.today"));
    long working = workingDays(today, day, calendar);
    return new Left(working <= SOON ? "soon" : "", counted("desk.left.working-days", working));
  }

  private static Text counted(String key, long number) {
    return number == 1 ? Text.of(key + ".one") : Text.of(key, number);
  }

  private static long workingDays(LocalDate today, LocalDate day, LegalCalendar calendar) {
    return today.plusDays(1).datesUntil(day.plusDays(1)).filter(calendar::isWorkingDay).count();
  }
}
