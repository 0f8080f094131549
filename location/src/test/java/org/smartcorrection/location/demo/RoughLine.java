package org.smartcorrection.location.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Hand-placed corners made to look like ground by moving midpoints to the side, with a generator of
 * its own, so that the same seed draws the same line everywhere. Every corner stays a vertex.
 */
final class RoughLine {
  /** A place on the drawing sheet, x to the right and y downwards. */
  record Spot(double x, double y) {}

  private static final int DEPTH = 4;

  /** Vertices from one corner to the next. */
  static final int STEPS = 1 << DEPTH;

  private RoughLine() {}

  static List<Spot> ring(List<Spot> corners, double amplitude, long seed) {
    var closed = new ArrayList<>(corners);
    closed.add(corners.getFirst());
    return line(closed, amplitude, seed);
  }

  static List<Spot> line(List<Spot> corners, double amplitude, long seed) {
    long state = seed;
    List<Spot> spots = corners;
    for (int round = 0; round < DEPTH; round++) {
      var finer = new ArrayList<Spot>();
      for (int i = 0; i + 1 < spots.size(); i++) {
        Spot a = spots.get(i);
        Spot b = spots.get(i + 1);
        state = state * 16807 % 2147483647;
        double aside = ((double) state / 2147483647 - 0.5) * amplitude;
        finer.add(a);
        finer.add(
            new Spot(
                (a.x() + b.x()) / 2 + (b.y() - a.y()) * aside,
                (a.y() + b.y()) / 2 - (b.x() - a.x()) * aside));
      }
      finer.add(spots.getLast());
      spots = finer;
    }
    return spots;
  }
}
