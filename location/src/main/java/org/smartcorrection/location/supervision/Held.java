package org.smartcorrection.location.supervision;

import java.time.Instant;

/**
 * A condition that goes on: since when, how often it was said in a row, and whether it counts. Two
 * contrary messages end one that counts; one ends one that does not yet.
 *
 * @param since first message that said so
 * @param times how many in a row
 * @param counts whether it went on for long enough
 * @param contrary messages to the contrary in a row
 */
record Held(Instant since, int times, boolean counts, int contrary) {
  private static final int ENDS_AFTER = 2;

  static Held first(Instant at) {
    return new Held(at, 1, false, 0);
  }

  Held again(Instant at, Persistence rule) {
    int more = Math.min(times + 1, Short.MAX_VALUE);
    boolean now = counts || (more >= rule.times() && !since.plus(rule.over()).isAfter(at));
    return new Held(since, more, now, 0);
  }

  Held counting() {
    return new Held(since, times, true, 0);
  }

  boolean endsNow() {
    return !counts || contrary + 1 >= ENDS_AFTER;
  }

  Held contradicted() {
    return new Held(since, times, counts, contrary + 1);
  }
}
