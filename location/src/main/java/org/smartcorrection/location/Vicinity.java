package org.smartcorrection.location;

import java.util.Arrays;

/**
 * The few areas of which one can be the nearest as long as somebody stays about a place. It says
 * itself up to which distance that is certain, so whoever asks need not know which areas counted
 * when it was found.
 */
final class Vicinity {
  /** So many areas are looked at before the index is asked. */
  private static final int MOST = 12;

  /** Nobody is in it. */
  static final Vicinity NOWHERE = new Vicinity(0, 0, 0, 0, new Found(0));

  private final double west;
  private final double south;
  private final double east;
  private final double north;
  private final int[] leaves;
  private final double[] leasts;
  private final double farther;

  private Vicinity(double west, double south, double east, double north, Found found) {
    this.west = west;
    this.south = south;
    this.east = east;
    this.north = north;
    leaves = Arrays.copyOf(found.leaves, found.size);
    leasts = Arrays.copyOf(found.leasts, found.size);
    farther = found.most;
  }

  /** So many degrees about a place, with what was found for all of it. */
  static Vicinity about(Wgs84Point point, double east, double north, Found found) {
    double x = point.longitude();
    double y = point.latitude();
    return new Vicinity(x - east, y - north, x + east, y + north, found);
  }

  boolean holds(Wgs84Point point) {
    double x = point.longitude();
    double y = point.latitude();
    return x > west && x < east && y > south && y < north;
  }

  int size() {
    return leaves.length;
  }

  /** Which area it is; those that may be nearest come first. */
  int leaf(int i) {
    return leaves[i];
  }

  /** From anywhere in here, neither this one nor those behind it are nearer than that. */
  double least(int i) {
    return leasts[i];
  }

  /** Whether nothing else can be nearer than the nearest of these. */
  boolean isCertain(double nearest) {
    return nearest < farther;
  }

  /** The nearest ones so far, each with the least distance at which it can be. */
  static final class Found {
    private final int[] leaves = new int[MOST];
    private final double[] leasts = new double[MOST];
    private int size;
    private double most;

    /** Of those that can be nearer than that. */
    Found(double most) {
      this.most = most;
    }

    /** What is no nearer need not be added. */
    double most() {
      return most;
    }

    void add(int leaf, double least) {
      if (least >= most) return;
      if (size == MOST) {
        most = Math.max(least, leasts[MOST - 1]);
        if (least == most) return;
        size--;
      }
      int at = size;
      for (; at > 0 && leasts[at - 1] > least; at--) {
        leasts[at] = leasts[at - 1];
        leaves[at] = leaves[at - 1];
      }
      leasts[at] = least;
      leaves[at] = leaf;
      size++;
    }
  }
}
