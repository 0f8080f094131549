package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.Validity;

/**
 * Somewhere a person has to be at certain hours.
 *
 * @param id of the decision or appointment it comes from
 * @param basis why
 * @param during from when to when it is in force
 * @param schedule at which hours; a leave that was granted suspends it
 * @param area where
 * @param grace how late nobody asks
 */
public record RequiredPresence(
    String id, PresenceBasis basis, Validity during, Schedule schedule, Area area, Duration grace) {

  /**
   * @throws IllegalArgumentException if it is for always: that would be detention (CCL 34), or the
   *     grace is negative
   */
  public RequiredPresence {
    if (schedule.windows().isEmpty()) {
      throw new IllegalArgumentException("nobody has to be somewhere always, CCL 34");
    }
    if (grace.isNegative()) throw new IllegalArgumentException("a grace is not negative");
  }

  /** The hours in which an instant lies, if the person has to be there then. */
  public Optional<Validity> hoursAt(Instant at) {
    return during.holdsAt(at) ? schedule.windowAt(at) : Optional.empty();
  }

  /** When the hours began in which an instant lies; null if the person need not be there then. */
  @Nullable Instant beganBefore(Instant at) {
    return during.holdsAt(at) ? schedule.openedBefore(at) : null;
  }

  /** Whether the hours in which one instant lies go on until a later one. */
  boolean goesOn(Instant from, Instant until) {
    return during.holdsAt(from) && schedule.goesOn(from, until);
  }
}
