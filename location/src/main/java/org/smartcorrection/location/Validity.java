package org.smartcorrection.location;

import java.time.Instant;
import java.util.Optional;

/**
 * From when to when something holds.
 *
 * @param from the first instant
 * @param until the first instant at which it no longer holds; empty means open
 */
public record Validity(Instant from, Optional<Instant> until) {

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Validity {
    if (until.isPresent() && !until.get().isAfter(from)) {
      throw new IllegalArgumentException("a validity ends after it begins");
    }
  }

  /** Without an end. */
  public static Validity from(Instant from) {
    return new Validity(from, Optional.empty());
  }

  /** With an end, which no longer belongs to it. */
  public static Validity between(Instant from, Instant until) {
    return new Validity(from, Optional.of(until));
  }

  /** Whether it holds at this instant. */
  public boolean holdsAt(Instant instant) {
    return !instant.isBefore(from) && (until.isEmpty() || instant.isBefore(until.get()));
  }
}
