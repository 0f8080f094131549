package org.smartcorrection.location;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Many areas of one person under a tree of their rectangles, so that a thousand zones cost hardly
 * more than one: zones that are far from a position are passed over together.
 */
public final class AreaIndex {
  private static final int BITS = 16;

  /** No degree of latitude is longer. */
  private static final double WIDEST_NORTH = 112_000;

  private final Area[] areas; // along a curve on which neighbours are neighbours on the ground
  private final int[] places; // of each of them in the list as given
  private final int leaves; // a power of two
  private final double[] boxes; // west, south, east, north of each node; 1 is the root
  private final int[] leafOf; // of each place
  private final AreaGrid grid;
  private final double widestEast;

  /** Of areas, which are named by their place in the list from here on. */
  public AreaIndex(List<? extends Area> given) {
    BoundingBox[] bounds = given.stream().map(Area::bounds).toArray(BoundingBox[]::new);
    places =
        IntStream.range(0, bounds.length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> curve(bounds[i])))
            .mapToInt(i -> i)
            .toArray();
    areas = new Area[places.length];
    leaves = Math.max(1, Integer.highestOneBit(Math.max(1, 2 * places.length - 1)));
    boxes = new double[leaves * 2 * 4];
    for (int box = 0; box < boxes.length; box++) {
      boxes[box] = box % 4 < 2 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    leafOf = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      areas[i] = given.get(places[i]);
      leafOf[places[i]] = i;
      for (int node = leaves + i; node > 0; node /= 2) widen(node * 4, bounds[places[i]]);
    }
    grid = new AreaGrid(bounds);
    widestEast = Earth.metresPerDegreeEast(nearestToEquator(bounds)) * 1.01;
  }

  private static double nearestToEquator(BoundingBox[] bounds) {
    double nearest = 90;
    for (BoundingBox box : bounds) {
      nearest = Math.min(nearest, Math.max(0, Math.max(box.south(), -box.north())));
    }
    return nearest;
  }

  private void widen(int box, BoundingBox bounds) {
    boxes[box] = Math.min(boxes[box], bounds.west());
    boxes[box + 1] = Math.min(boxes[box + 1], bounds.south());
    boxes[box + 2] = Math.max(boxes[box + 2], bounds.east());
    boxes[box + 3] = Math.max(boxes[box + 3], bounds.north());
  }

  /** The place of a rectangle's middle on the Z-order curve. */
  private static long curve(BoundingBox box) {
    long x = cell((box.west() + box.east()) / 2, 360);
    long y = cell((box.south() + box.north()) / 2, 180);
    long along = 0;
    for (int bit = BITS - 1; bit >= 0; bit--) {
      along = (along << 2) | (((x >> bit) & 1) << 1) | ((y >> bit) & 1);
    }
    return along;
  }

  private static long cell(double degrees, double range) {
    return (long) ((degrees + range / 2) / range * ((1 << BITS) - 1));
  }

  /**
   * The least of the {@link Area#signedDistanceMetres} of those areas that count; infinity if none
   * counts.
   *
   * @param counts whether the area at this place of the list counts
   */
  public double least(Wgs84Point point, IntPredicate counts) {
    if (areas.length == 1) {
      return counts.test(0) ? areas[0].signedDistanceMetres(point) : Double.POSITIVE_INFINITY;
    }
    double within = leastWithin(point, counts);
    // whoever is inside of one area is farther from all those whose rectangles they are outside of
    if (within <= 0) return within;
    double east = Earth.metresPerDegreeEast(point.latitude());
    double north = Earth.metresPerDegreeNorth(point.latitude());
    return leastFrom(1, point, east, north, counts, Double.POSITIVE_INFINITY);
  }

  private double leastWithin(Wgs84Point point, IntPredicate counts) {
    double least = Double.POSITIVE_INFINITY;
    for (int place : grid.around(point)) {
      if (deepestIn(leafOf[place], point) > -Math.min(0, least) && counts.test(place)) {
        least = Math.min(least, areas[leafOf[place]].signedDistanceMetres(point));
      }
    }
    return least;
  }

  /** How deep in an area its rectangle lets a point be at most; negative if it is outside of it. */
  private double deepestIn(int leaf, Wgs84Point point) {
    int box = (leaves + leaf) * 4;
    double x = point.longitude();
    double y = point.latitude();
    return Math.min(
        Math.min(x - boxes[box], boxes[box + 2] - x) * widestEast,
        Math.min(y - boxes[box + 1], boxes[box + 3] - y) * WIDEST_NORTH);
  }

  private double leastFrom(
      int node, Wgs84Point point, double east, double north, IntPredicate counts, double best) {
    if (node >= leaves) {
      int leaf = node - leaves;
      if (leaf >= areas.length || !counts.test(places[leaf])) return best;
      return Math.min(best, areas[leaf].signedDistanceMetres(point));
    }
    int nearer = 2 * node;
    double near = metresToBox(nearer, point, east, north);
    double far = metresToBox(nearer + 1, point, east, north);
    int farther = nearer + 1;
    if (far < near) {
      farther = nearer;
      nearer = nearer + 1;
      double swapped = near;
      near = far;
      far = swapped;
    }
    double least = best;
    if (near <= 0 || near < least) {
      least = leastFrom(nearer, point, east, north, counts, least);
    }
    if (far <= 0 || far < least) {
      least = leastFrom(farther, point, east, north, counts, least);
    }
    return least;
  }

  /** Names all areas whose rectangle is within so many metres of the point, and perhaps others. */
  public void near(Wgs84Point point, double metres, IntConsumer area) {
    for (int place : near(point, metres)) area.accept(place);
  }

  /** The same as a list, which is not to be changed. */
  public int[] near(Wgs84Point point, double metres) {
    if (metres <= AreaGrid.MARGIN_METRES) return grid.around(point);
    var near = IntStream.builder();
    double east = Earth.metresPerDegreeEast(point.latitude());
    double north = Earth.metresPerDegreeNorth(point.latitude());
    nearFrom(1, point, east, north, metres, near::add);
    return near.build().toArray();
  }

  private void nearFrom(
      int node, Wgs84Point point, double east, double north, double metres, IntConsumer area) {
    if (metresToBox(node, point, east, north) > metres) return;
    if (node >= leaves) {
      if (node - leaves < areas.length) area.accept(places[node - leaves]);
      return;
    }
    nearFrom(2 * node, point, east, north, metres, area);
    nearFrom(2 * node + 1, point, east, north, metres, area);
  }

  /** A hundredth is taken off: lengths of degrees differ a little between point and rectangle. */
  private double metresToBox(int node, Wgs84Point point, double east, double north) {
    int box = node * 4;
    double x = point.longitude();
    double y = point.latitude();
    double awayX = Math.max(0, Math.max(boxes[box] - x, x - boxes[box + 2])) * east;
    double awayY = Math.max(0, Math.max(boxes[box + 1] - y, y - boxes[box + 3])) * north;
    return 0.99 * Math.sqrt(awayX * awayX + awayY * awayY);
  }
}
