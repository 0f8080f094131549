package org.smartcorrection.location.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A span of time.
 *
 * @param from its first instant
 * @param until the first instant that is not in it any more
 */
public record Span(Instant from, Instant until) {

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Span {
    if (until.isBefore(from)) throw new IllegalArgumentException("a span ends after it begins");
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(from, until);
  }

  /** Whether an instant is in it. */
  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /** What of it is in another one as well. */
  Optional<Span> within(Span other) {
    Instant later = from.isAfter(other.from) ? from : other.from;
    Instant earlier = until.isBefore(other.until) ? until : other.until;
    return later.isBefore(earlier) ? Optional.of(new Span(later, earlier)) : Optional.empty();
  }
}
