package org.smartcorrection.procedure;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A counted end of legal time, with its reason.
 *
 * @param day the last legal day
 * @param end the first instant after it; 24:00 in {@link LegalCalendar#ZONE} unless hours count
 * @param provisional a yearly notice was missing; count again when it arrives (D5)
 */
public record Deadline(LocalDate day, Instant end, boolean provisional, Explanation explanation) {

  /** Whether it is over. */
  public boolean hasPassed(Instant now) {
    return !now.isBefore(end);
  }
}
