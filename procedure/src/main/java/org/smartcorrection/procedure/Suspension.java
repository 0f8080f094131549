package org.smartcorrection.procedure;

import java.time.LocalDate;

/**
 * Days on which time stands still, both ends included; construction fails when it ends before it
 * begins.
 *
 * @param cause why, shown to the reader
 * @param rule the rule that stops the clock
 */
public record Suspension(LocalDate first, LocalDate last, Cause cause, String rule) {

  public enum Cause {
    /** Time on the road is not part of a legal period (D1). */
    TRAVEL,
    /** The law or a decision stops the clock. */
    STANDSTILL
  }

  public Suspension {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a suspension from " + first + " to " + last);
    }
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
