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

  private final Area[] areas; // along a curve on which neighbours are neighbours on the ground
  private final int[] places; // of each of them in the list as given
  private final int leaves; // a power of two
  private final double[] boxes; // west, south, east, north of each node; 1 is the root

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
    for (int i = 0; i < places.length; i++) {
      areas[i] = given.get(places[i]);
      for (int node = leaves + i; node > 0; node /= 2) widen(node * 4, bounds[places[i]]);
    }
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
    double east = Earth.metresPerDegreeEast(point.latitude());
    double north = Earth.metresPerDegreeNorth(point.latitude());
    return leastFrom(1, point, east, north, counts, Double.POSITIVE_INFINITY);
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

  /** Names all areas whose rectangle is within so many metres of the point. */
  public void near(Wgs84Point point, double metres, IntConsumer area) {
    if (areas.length == 0) return;
    double east = Earth.metresPerDegreeEast(point.latitude());
    double north = Earth.metresPerDegreeNorth(point.latitude());
    nearFrom(1, point, east, north, metres, area);
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
