package org.smartcorrection.location.simulation;

import java.util.stream.LongStream;

/**
 * Which people detectors may be tuned on and which they are measured on. Fixed before the first
 * detector was tuned; whoever looks at a held-out person to change a number has to draw new ones.
 */
public final class Seeds {
  private static final long FIRST_TO_TUNE = 1;
  private static final long FIRST_HELD_OUT = 700_001;
  private static final int MOST = 10_000;

  private Seeds() {}

  /** People for tuning. */
  public static LongStream toTune(int people) {
    return from(FIRST_TO_TUNE, people);
  }

  /** People for measuring only. */
  public static LongStream heldOut(int people) {
    return from(FIRST_HELD_OUT, people);
  }

  private static LongStream from(long first, int people) {
    if (people < 0 || people > MOST) throw new IllegalArgumentException("up to 10,000 people");
    return LongStream.range(first, first + people);
  }
}
