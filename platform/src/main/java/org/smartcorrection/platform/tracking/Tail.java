package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.SupervisionState;

/**
 * How far one person's supervision has come under one ground, in memory. Only the one writer of
 * positions changes it; what a failed transaction changed is thrown away and read again.
 */
final class Tail {
  /** So many entries at most are judged again after a start. */
  static final int SNAPSHOT_EVERY = 256;

  /** So many pages that grew one by one are bound together when there is time for it. */
  static final int LOOSE = 24;

  final UUID ground;
  SupervisionState state;

  /** Time of the last entry. */
  @Nullable Instant last;

  /** Number of the last observation. */
  long made;

  /** Entries since the last snapshot. */
  int unsaved;

  /** Pages since they were last bound together, the first of them, and the last. */
  int loose;

  @Nullable Instant looseFrom;

  private long revisableFrom = System.nanoTime();

  Tail(UUID ground, SupervisionState state) {
    this.ground = ground;
    this.state = state;
  }

  /** Whether a message of this time belongs before something that was judged. */
  boolean isLate(Instant time) {
    if (last != null && !time.isAfter(last)) return true;
    return state.reach().filter(time::isBefore).isPresent();
  }

  /** Whether it may be judged again now: who sends much that is late waits for the others. */
  boolean isRevisable() {
    return System.nanoTime() - revisableFrom >= 0;
  }

  void revised(long nanosForOthers) {
    revisableFrom = System.nanoTime() + nanosForOthers;
  }

  /** Whether there are enough small pages now to bind them. */
  boolean wrote(Instant from) {
    if (loose++ == 0) looseFrom = from;
    return loose >= LOOSE;
  }

  void bound() {
    loose = 0;
    looseFrom = null;
  }
}
