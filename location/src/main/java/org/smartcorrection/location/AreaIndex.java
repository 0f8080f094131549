package org.smartcorrection.location;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many areas of one person under a tree of their rectangles, so that a thousand zones cost hardly
 * more than one: zones that are far from a position are passed over together.
 */
public final class AreaIndex {
  private static final int BITS = 16;

  /** No degree of latitude is longer. */
  private static final double WIDEST_NORTH = 112_000;

  /** And none is shorter. */
  private static final double NARROWEST_NORTH = 110_500;

  private static final int CROWDED = 32;

  /** Of a vicinity, from its middle to its sides. */
  private static final double LEAST_REACH = 300;

  private static final double MOST_REACH = 3_500;
  private static final double REACH_SHARE = 0.35;

  /** From the middle of a vicinity to its corners nothing changes by more than two reaches. */
  private static final double REACHES = 3;

  private static final int[] NONE = {};

  private final Area[] areas; // along a curve on which neighbours are neighbours on the ground
  private final int[] places; // of each of them in the list as given
  private final int leaves; // a power of two
  private final double[] boxes; // west, south, east, north of each node; 1 is the root
  private final int[] leafOf; // of each place
  private final double[] depths; // how far inside of each one can be at most
  private final AreaGrid grid; // of the leaves
  private final double widestEast;
  private final double narrowestEast;

  /** Where was asked last: most people stay. Whichever thread sees which one, it is a right one. */
  private Vicinity vicinity = Vicinity.NOWHERE;

  /** Where nothing was found last, in the same way. */
  private CalmGround calm = CalmGround.NOWHERE;

  private @Nullable Wgs84Point searched;

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
    var byLeaf = new BoundingBox[places.length];
    for (int i = 0; i < places.length; i++) {
      areas[i] = given.get(places[i]);
      leafOf[places[i]] = i;
      byLeaf[i] = bounds[places[i]];
      for (int node = leaves + i; node > 0; node /= 2) widen(node * 4, bounds[places[i]]);
    }
    depths = Arrays.stream(areas).mapToDouble(AreaIndex::depth).toArray();
    // the deepest first: whoever is far inside of a district need not look at a lane across it
    grid =
        new AreaGrid(
            byLeaf,
            IntStream.range(0, areas.length)
                .boxed()
                .sorted(Comparator.comparingDouble(leaf -> -depths[leaf]))
                .mapToInt(leaf -> leaf)
                .toArray());
    widestEast = Earth.metresPerDegreeEast(nearestToEquator(bounds)) * 1.01;
    narrowestEast = Earth.metresPerDegreeEast(farthestFromEquator(bounds)) * 0.99;
  }

  private static double depth(Area area) {
    return switch (area) {
      case CircleArea(_, var radius) -> radius;
      case CorridorArea corridor -> corridor.halfWidthMetres();
      case PolygonArea _, AdministrativeArea _ -> Double.POSITIVE_INFINITY; // its rectangle says
    };
  }

  private static double nearestToEquator(BoundingBox[] bounds) {
    double nearest = 90;
    for (BoundingBox box : bounds) {
      nearest = Math.min(nearest, Math.max(0, Math.max(box.south(), -box.north())));
    }
    return nearest;
  }

  /** With the margin of the grid and a vicinity around it, outside of which nobody asks. */
  private static double farthestFromEquator(BoundingBox[] bounds) {
    double farthest = 0;
    for (BoundingBox box : bounds) {
      farthest = Math.max(farthest, Math.max(Math.abs(box.south()), Math.abs(box.north())));
    }
    return Math.min(farthest + 4 * AreaGrid.MARGIN_METRES / NARROWEST_NORTH, 90);
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
    Vicinity known = vicinity;
    if (!known.holds(point)) return leastAnew(point, counts);
    Area first = known.first();
    if (first != null && counts.test(known.firstPlace())) {
      double distance = first.signedDistanceMetres(point);
      if (known.isLeast(distance)) return distance;
    }
    double least = leastIn(known, point, Earth.degree(point.latitude()), counts);
    return known.isCertain(least) ? least : leastAnew(point, counts);
  }

  private double leastAnew(Wgs84Point point, IntPredicate counts) {
    double least = leastOfAll(point, Earth.degree(point.latitude()), counts);
    double reach = Math.clamp(REACH_SHARE * Math.abs(least), LEAST_REACH, MOST_REACH);
    Wgs84Point before = searched;
    searched = point;
    // whoever goes far between two positions is not there for the next one
    if (before != null && isAbout(before, point, reach / 2)) {
      vicinity = around(point, least, reach);
    }
    return least;
  }

  private boolean isAbout(Wgs84Point one, Wgs84Point other, double metres) {
    return Math.abs(one.latitude() - other.latitude()) * WIDEST_NORTH < metres
        && Math.abs(one.longitude() - other.longitude()) * widestEast < metres;
  }

  private static double leastIn(
      Vicinity known, Wgs84Point point, Earth.Degree degree, IntPredicate counts) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < known.size() && known.least(i) < least; i++) {
      if (counts.test(known.place(i))) {
        least = Math.min(least, distance(known.area(i), point, degree, least));
      }
    }
    return least;
  }

  /** What can be nearest about a point from which the nearest is so far away. */
  private Vicinity around(Wgs84Point point, double least, double reach) {
    int cell = grid.cell(point);
    if (cell < 0 || least == Double.POSITIVE_INFINITY) return Vicinity.NOWHERE;
    double most = least + REACHES * reach;
    var found = new Vicinity.Found(most - reach);
    if (most > AreaGrid.MARGIN_METRES * 0.95 || isCrowded(cell)) {
      gatherFrom(1, point, reach, found);
    } else {
      for (int i = grid.begin(cell); i < grid.end(cell); i++) {
        int leaf = grid.member(i);
        found.add(leaf, leastOf(leaf, point) - reach);
      }
    }
    return Vicinity.about(point, reach / widestEast, reach / WIDEST_NORTH, found, areas, places);
  }

  private void gatherFrom(int node, Wgs84Point point, double reach, Vicinity.Found found) {
    double away = leastMetresToBox(node, point);
    if (away > 0 && away - reach >= found.most()) return;
    if (node >= leaves) {
      int leaf = node - leaves;
      if (leaf < areas.length) found.add(leaf, leastOf(leaf, point) - reach);
      return;
    }
    gatherFrom(2 * node, point, reach, found);
    gatherFrom(2 * node + 1, point, reach, found);
  }

  /**
   * No more than an area's distance. Whoever goes a metre to the east and one to the north changes
   * it by a metre at most.
   */
  private double leastOf(int leaf, Wgs84Point point) {
    double away = leastMetresTo(leaf, point);
    return away > 0 ? away : -Math.min(depths[leaf], Math.max(0, deepestIn(leaf, point)));
  }

  private double leastOfAll(Wgs84Point point, Earth.Degree degree, IntPredicate counts) {
    if (isCrowded(grid.cell(point))) {
      return leastFrom(1, point, degree, counts, Double.POSITIVE_INFINITY);
    }
    double within = leastWithin(point, degree, counts);
    // whoever is inside of one area is farther from all those whose rectangles they are outside of
    if (within <= 0) return within;
    double close = leastInCell(point, degree, counts, within);
    if (close < AreaGrid.MARGIN_METRES * 0.95) return close;
    return leastFrom(1, point, degree, counts, close);
  }

  private double leastWithin(Wgs84Point point, Earth.Degree degree, IntPredicate counts) {
    double least = Double.POSITIVE_INFINITY;
    int cell = grid.cell(point);
    for (int i = grid.begin(cell); i < grid.end(cell); i++) {
      int leaf = grid.member(i);
      double found = -Math.min(0, least);
      if (depths[leaf] <= found) break; // and so are all behind it
      if (deepestIn(leaf, point) > found && counts.test(places[leaf])) {
        least = Math.min(least, distance(areas[leaf], point, degree, least));
      }
    }
    return least;
  }

  /** Of those that come close to the cell: nothing beyond the margin is among them. */
  private double leastInCell(
      Wgs84Point point, Earth.Degree degree, IntPredicate counts, double best) {
    double least = best;
    int cell = grid.cell(point);
    for (int i = grid.begin(cell); i < grid.end(cell); i++) {
      int leaf = grid.member(i);
      if (leastMetresTo(leaf, point) < least && counts.test(places[leaf])) {
        least = Math.min(least, distance(areas[leaf], point, degree, least));
      }
    }
    return least;
  }

  /** How deep in an area a point can be at most; negative if it is outside of its rectangle. */
  private double deepestIn(int leaf, Wgs84Point point) {
    int box = (leaves + leaf) * 4;
    double x = point.longitude();
    double y = point.latitude();
    return Math.min(
        Math.min(x - boxes[box], boxes[box + 2] - x) * widestEast,
        Math.min(y - boxes[box + 1], boxes[box + 3] - y) * WIDEST_NORTH);
  }

  private double leastFrom(
      int node, Wgs84Point point, Earth.Degree degree, IntPredicate counts, double best) {
    if (node >= leaves) {
      int leaf = node - leaves;
      if (leaf >= areas.length || !counts.test(places[leaf])) return best;
      return Math.min(best, distance(areas[leaf], point, degree, best));
    }
    int nearer = 2 * node;
    double near = metresToBox(nearer, point, degree);
    double far = metresToBox(nearer + 1, point, degree);
    int farther = nearer + 1;
    if (far < near) {
      farther = nearer;
      nearer = nearer + 1;
      double swapped = near;
      near = far;
      far = swapped;
    }
    double least = best;
    if (near <= 0 || near < least) least = leastFrom(nearer, point, degree, counts, least);
    if (far <= 0 || far < least) least = leastFrom(farther, point, degree, counts, least);
    return least;
  }

  /**
   * What {@link Area#signedDistanceMetres} says, or something above the best where that is above it
   * as well: the sines of a latitude are the dearest part of it.
   */
  private static double distance(Area area, Wgs84Point point, Earth.Degree degree, double best) {
    return switch (area) {
      case PolygonArea polygons -> polygons.signedDistanceMetres(point, degree);
      case AdministrativeArea(_, var ground) -> ground.signedDistanceMetres(point, degree);
      case CorridorArea corridor -> corridor.signedDistanceMetres(point, degree);
      case CircleArea circle ->
          circle.isFarther(point, degree, best)
              ? Double.POSITIVE_INFINITY
              : circle.signedDistanceMetres(point);
    };
  }

  /** Names all areas whose rectangle is within so many metres of the point, and perhaps others. */
  public void near(Wgs84Point point, double metres, IntConsumer area) {
    for (int place : near(point, metres)) area.accept(place);
  }

  /** The same as a list in the order of the places, which is not to be changed. */
  public int[] near(Wgs84Point point, double metres) {
    return calm.isCalm(point, metres) ? NONE : nearAnew(point, metres);
  }

  private int[] nearAnew(Wgs84Point point, double metres) {
    int cell = grid.cell(point);
    if (metres <= AreaGrid.MARGIN_METRES && !isCrowded(cell)) {
      int[] near = nearInCell(cell, point, metres);
      if (near.length == 0) calm = grid.calm(cell);
      return near;
    }
    var near = IntStream.builder();
    nearFrom(1, point, Earth.degree(point.latitude()), metres, near::add);
    return near.build().sorted().toArray();
  }

  /** Whether going down the tree is quicker than looking at all of a cell. */
  private boolean isCrowded(int cell) {
    return grid.end(cell) - grid.begin(cell) > CROWDED;
  }

  private int[] nearInCell(int cell, Wgs84Point point, double metres) {
    int end = grid.end(cell);
    int[] near = NONE;
    for (int i = grid.begin(cell); i < end; i++) {
      int leaf = grid.member(i);
      if (leastMetresTo(leaf, point) > metres) continue;
      near = Arrays.copyOf(near, near.length + 1);
      near[near.length - 1] = places[leaf];
    }
    if (near.length > 1) Arrays.sort(near);
    return near;
  }

  /** No more than the way to a rectangle, as far as that is within the margin; without a sine. */
  private double leastMetresTo(int leaf, Wgs84Point point) {
    return leastMetresToBox(leaves + leaf, point);
  }

  private double leastMetresToBox(int node, Wgs84Point point) {
    int box = node * 4;
    double x = point.longitude();
    double y = point.latitude();
    return Math.max(
        Math.max(boxes[box] - x, x - boxes[box + 2]) * narrowestEast,
        Math.max(boxes[box + 1] - y, y - boxes[box + 3]) * NARROWEST_NORTH);
  }

  /**
   * Whether an area's rectangle is known to be farther than so many metres, at the cost of a few
   * comparisons; not to be relied upon the other way round.
   */
  public boolean isFarther(int place, Wgs84Point point, double metres) {
    return metres <= AreaGrid.MARGIN_METRES && leastMetresTo(leafOf[place], point) > metres;
  }

  private void nearFrom(
      int node, Wgs84Point point, Earth.Degree degree, double metres, IntConsumer area) {
    if (metresToBox(node, point, degree) > metres) return;
    if (node >= leaves) {
      if (node - leaves < areas.length) area.accept(places[node - leaves]);
      return;
    }
    nearFrom(2 * node, point, degree, metres, area);
    nearFrom(2 * node + 1, point, degree, metres, area);
  }

  /** A hundredth is taken off: lengths of degrees differ a little between point and rectangle. */
  private double metresToBox(int node, Wgs84Point point, Earth.Degree degree) {
    int box = node * 4;
    double x = point.longitude();
    double y = point.latitude();
    double awayX = Math.max(0, Math.max(boxes[box] - x, x - boxes[box + 2])) * degree.east();
    double awayY = Math.max(0, Math.max(boxes[box + 1] - y, y - boxes[box + 3])) * degree.north();
    return 0.99 * Math.sqrt(awayX * awayX + awayY * awayY);
  }
}
