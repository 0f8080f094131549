package org.smartcorrection.location;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The few areas of which one can be the nearest as long as somebody stays about a place. It says
 * itself up to which distance that is certain, so whoever asks need not know which areas counted
 * when it was found.
 */
final class Vicinity {
  /** So many areas are looked at before the index is asked. */
  private static final int MOST = 12;

  /** Nobody is in it. */
  static final Vicinity NOWHERE = new Vicinity(0, 0, 0, 0, new Found(0), new Area[0], new int[0]);

  private final double west;
  private final double south;
  private final double east;
  private final double north;
  private final Area[] areas;
  private final int[] places;
  private final double[] leasts;
  private final double farther;

  /** That of most positions: those of the lists are not looked at then. */
  private final @Nullable Area first;

  private final int firstPlace;
  private final double others;

  private Vicinity(
      double west,
      double south,
      double east,
      double north,
      Found found,
      Area[] byLeaf,
      int[] placeByLeaf) {
    this.west = west;
    this.south = south;
    this.east = east;
    this.north = north;
    areas = new Area[found.size];
    places = new int[found.size];
    for (int i = 0; i < found.size; i++) {
      areas[i] = byLeaf[found.leaves[i]];
      places[i] = placeByLeaf[found.leaves[i]];
    }
    leasts = Arrays.copyOf(found.leasts, found.size);
    farther = found.most;
    first = found.size > 0 ? areas[0] : null;
    firstPlace = found.size > 0 ? places[0] : 0;
    others = found.size > 1 ? Math.min(leasts[1], farther) : farther;
  }

  /**
   * So many degrees about a place, with what was found for all of it.
   *
   * @param areas by the leaves of the index
   * @param places of these in the list as given
   */
  static Vicinity about(
      Wgs84Point point, double east, double north, Found found, Area[] areas, int[] places) {
    double x = point.longitude();
    double y = point.latitude();
    return new Vicinity(x - east, y - north, x + east, y + north, found, areas, places);
  }

  boolean holds(Wgs84Point point) {
    double x = point.longitude();
    double y = point.latitude();
    return x > west && x < east && y > south && y < north;
  }

  int size() {
    return areas.length;
  }

  /** The area that most probably is the nearest. */
  @Nullable Area first() {
    return first;
  }

  int firstPlace() {
    return firstPlace;
  }

  /** Whether no other area can be nearer than the first one, which is that far away. */
  boolean isLeast(double distance) {
    return distance < others;
  }

  /** Those that may be nearest come first. */
  Area area(int i) {
    return areas[i];
  }

  /** In the list as given. */
  int place(int i) {
    return places[i];
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
