package org.smartcorrection.procedure;

/**
 * How a span is counted (rules D1, D6).
 *
 * @param rule the rule that sets the span, such as {@code L09}; its article is shown
 */
public record Counting(Span span, FirstDay firstDay, LastDay lastDay, String rule) {

  /** Whether the day, or hour, of the event is the first of the span. */
  public enum FirstDay {
    /** The rule for deadlines (D1). */
    NOT_COUNTED,
    /** For terms that run from the day they begin, such as positioning; months end by D3. */
    COUNTED
  }

  /** What happens to an end on a day off. */
  public enum LastDay {
    /** The deadline ends on the next working day (D1). */
    MOVES_TO_WORKING_DAY,
    /** The end stays: for every term that restricts a person, which a holiday never lengthens. */
    STAYS
  }

  /** A deadline by rule D1: the first day is not counted, an end on a day off moves. */
  public static Counting deadline(Span span, String rule) {
    return new Counting(span, FirstDay.NOT_COUNTED, LastDay.MOVES_TO_WORKING_DAY, rule);
  }

  /** A term that restricts a person: the first day is counted, the end never moves. */
  public static Counting restriction(Span span, String rule) {
    return new Counting(span, FirstDay.COUNTED, LastDay.STAYS, rule);
  }
}
