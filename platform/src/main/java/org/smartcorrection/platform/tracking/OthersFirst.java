package org.smartcorrection.platform.tracking;

import org.springframework.stereotype.Component;

/** How long whoever was judged again waits until others had their turn. */
@FunctionalInterface
interface OthersFirst {
  /** Nanoseconds for others after a revision that took so many. */
  long nanos(long revisionTook);

  /** In proportion to the work: who sends much that is late cannot keep the one writer busy. */
  @Component
  final class ByWork implements OthersFirst {
    private static final int TIMES = 20;

    @Override
    public long nanos(long revisionTook) {
      return TIMES * revisionTook;
    }
  }
}
