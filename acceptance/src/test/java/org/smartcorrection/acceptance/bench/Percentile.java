package org.smartcorrection.acceptance.bench;

import java.util.Collection;
import java.util.List;

/** Which value most of many stay below. */
final class Percentile {
  private static final double MOST = 0.95;

  private Percentile() {}

  /** The value that 95 of 100 do not exceed (nearest rank). */
  static double of95(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(MOST * sorted.size()) - 1);
  }
}
