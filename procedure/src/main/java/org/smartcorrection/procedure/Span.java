package org.smartcorrection.procedure;

/**
 * A length of legal time with its unit (rule D6).
 *
 * <p>Construction fails when the number is below 1.
 */
public record Span(int number, Unit unit) {

  /** Half a month is 15 calendar days (rule D2) and has no unit of its own. */
  public enum Unit {
    HOURS,
    CALENDAR_DAYS,
    WORKING_DAYS,
    MONTHS
  }

  public Span {
    if (number < 1) throw new IllegalArgumentException("a span is at least 1, not " + number);
  }

  public static Span hours(int number) {
    return new Span(number, Unit.HOURS);
  }

  public static Span calendarDays(int number) {
    return new Span(number, Unit.CALENDAR_DAYS);
  }

  public static Span workingDays(int number) {
    return new Span(number, Unit.WORKING_DAYS);
  }

  public static Span months(int number) {
    return new Span(number, Unit.MONTHS);
  }
}
