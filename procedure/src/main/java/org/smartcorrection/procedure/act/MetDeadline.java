package org.smartcorrection.procedure.act;

import java.time.Instant;

/**
 * A deadline that an act met, in time or late.
 *
 * @param metAt when what was owed was done; 0:00 of the day where only the day is known
 */
public record MetDeadline(OpenDeadline deadline, Instant metAt) {

  public boolean inTime() {
    return !deadline.deadline().hasPassed(metAt);
  }
}
