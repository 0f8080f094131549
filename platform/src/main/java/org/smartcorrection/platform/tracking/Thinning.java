package org.smartcorrection.platform.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Of a track with more positions than a page can show, which stay: all around the moment that the
 * question is about, and of the others every so many, so that what was before and what came after
 * are both seen.
 */
final class Thinning {
  private static final Duration CLOSE = Duration.ofMinutes(5);

  private Thinning() {}

  /**
   * What stays, in its order; the first and the last always do.
   *
   * @param all in the order of time
   * @param most of those that are not close; what is close is never left away
   */
  static <T> List<T> around(List<T> all, Function<T, Instant> time, Instant moment, int most) {
    if (all.size() <= most) return all;
    int every = (all.size() + most - 1) / most;
    var kept = new ArrayList<T>();
    for (int i = 0; i < all.size(); i++) {
      T one = all.get(i);
      boolean close = Duration.between(moment, time.apply(one)).abs().compareTo(CLOSE) <= 0;
      if (close || i % every == 0 || i == all.size() - 1) kept.add(one);
    }
    return kept;
  }
}
