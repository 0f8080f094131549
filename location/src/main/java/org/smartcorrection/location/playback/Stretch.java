package org.smartcorrection.location.playback;

import java.time.Instant;
import java.util.Optional;
import org.smartcorrection.location.Wgs84Point;

/** A part of a played span. The parts of a span follow one another without a hole. */
public sealed interface Stretch {
  /** When it is. */
  Span span();

  /**
   * Somebody stayed at a place.
   *
   * @param place the middle of the positions, the accurate ones weighing more
   * @param radiusMetres within which all of them lie
   */
  record Stop(Span span, Wgs84Point place, double radiusMetres, int fixes) implements Stretch {}

  /**
   * Somebody was on the way, or one position alone says where they were.
   *
   * @param metres along the positions
   */
  record Way(Span span, double metres, int fixes) implements Stretch {}

  /**
   * Nobody knows where somebody was, and nothing is drawn through it.
   *
   * @param deadZone the approval that explains it, if {@code cause} is {@link Cause#DEAD_ZONE}
   * @param leftOut how many positions came that were not used
   */
  record Gap(Span span, Cause cause, Optional<String> deadZone, int leftOut) implements Stretch {}

  /** Why there is a gap. */
  enum Cause {
    /** No ground of Article 29 was live: nothing may be there. */
    NO_GROUND,
    /** It began in an approved dead zone and is no longer than that explains. */
    DEAD_ZONE,
    /** Positions came, and none of them could be used. */
    NOT_USABLE,
    /** The device spoke and had no position. */
    NO_POSITION,
    /** Nothing came. */
    SILENCE
  }

  /** When it begins. */
  default Instant from() {
    return span().from();
  }

  /** When it ends. */
  default Instant until() {
    return span().until();
  }
}
