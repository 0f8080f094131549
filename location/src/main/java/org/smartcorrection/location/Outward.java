package org.smartcorrection.location;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.Edges.Edge;

/**
 * A border with fewer corners that cuts nothing off: every corner that is left is one of the
 * border's own, and what lay inside lies inside still. Ground is only added, nowhere further out
 * than the tolerance, so a permitted area may be drawn so and a forbidden one may not.
 *
 * <p>A stretch of the border is replaced by the line between its ends where all of the stretch lies
 * on the ground's side of that line and no further from it than the tolerance.
 *
 * @param polygons the border with fewer corners
 * @param toleranceMetres how far out ground was added at most; 0 for the border as it was
 */
public record Outward(List<Polygon> polygons, int toleranceMetres) {
  private static final int[] TOLERANCES = {5, 10, 25, 50, 100};
  private static final int LONGEST_STRETCH = 64; // corners that one line replaces
  private static final int LOOK_ON = 16; // corners after one that does not do

  /** Copies the polygons. */
  public Outward {
    polygons = List.copyOf(polygons);
  }

  /**
   * As few metres as make a border of at most so many corners; at a hundred metres it is enough
   * whatever is left.
   *
   * @param polygons of which an area can be made
   */
  public static Outward of(List<Polygon> polygons, int mostCorners) {
    var best = new Outward(polygons, 0);
    for (int metres : TOLERANCES) {
      if (corners(best.polygons) <= mostCorners) return best;
      List<Polygon> fewer = polygons.stream().map(polygon -> polygon(polygon, metres)).toList();
      // a line may cross another part of a winding border: then that tolerance is none for it
      if (PolygonArea.draw(fewer) instanceof PolygonArea.Drawing.Drawn)
        best = new Outward(fewer, metres);
    }
    return best;
  }

  /** How many corners polygons have. */
  public static int corners(List<Polygon> polygons) {
    return polygons.stream()
        .flatMap(polygon -> Rings.of(polygon).stream())
        .mapToInt(List::size)
        .sum();
  }

  private static Polygon polygon(Polygon polygon, double metres) {
    return new Polygon(
        ring(polygon.outline(), true, metres),
        polygon.holes().stream().map(hole -> ring(hole, false, metres)).toList());
  }

  /** With the ground to the left of whoever walks along it. */
  private static List<Wgs84Point> ring(
      List<Wgs84Point> drawn, boolean groundInside, double metres) {
    List<Wgs84Point> ring = open(drawn);
    if (ring.size() < 4) return ring;
    if (turnsLeft(ring) != groundInside) ring = ring.reversed();
    int size = ring.size();
    var kept = new ArrayList<Wgs84Point>();
    int at = 0;
    while (at < size) {
      kept.add(ring.get(at));
      at = furthest(ring, at, metres);
    }
    return kept.size() < 3 ? ring : kept;
  }

  private static int furthest(List<Wgs84Point> ring, int from, double metres) {
    int furthest = from + 1;
    int last = Math.min(ring.size(), from + LONGEST_STRETCH);
    for (int to = from + 2; to <= last && to - furthest <= LOOK_ON; to++)
      if (replaces(ring, from, to, metres)) furthest = to;
    return furthest;
  }

  /** Whether the line between two corners has all the stretch on its left and near. */
  private static boolean replaces(List<Wgs84Point> ring, int from, int to, double metres) {
    Wgs84Point a = ring.get(from);
    Wgs84Point b = ring.get(to % ring.size());
    double north = Earth.metresPerDegreeNorth(a.latitude());
    double east = Earth.metresPerDegreeEast(a.latitude());
    double wide = (b.longitude() - a.longitude()) * east;
    double high = (b.latitude() - a.latitude()) * north;
    double length = Math.hypot(wide, high);
    if (length == 0) return false;
    for (int i = from + 1; i < to; i++) {
      double x = (ring.get(i).longitude() - a.longitude()) * east;
      double y = (ring.get(i).latitude() - a.latitude()) * north;
      double left = (wide * y - high * x) / length;
      double along = (wide * x + high * y) / length;
      if (left < 0 || left > metres || along < 0 || along > length) return false;
    }
    return true;
  }

  private static List<Wgs84Point> open(List<Wgs84Point> ring) {
    boolean closed = ring.size() > 1 && ring.getFirst().equals(ring.getLast());
    return closed ? ring.subList(0, ring.size() - 1) : ring;
  }

  private static boolean turnsLeft(List<Wgs84Point> ring) {
    double twice = 0;
    Wgs84Point first = ring.getFirst();
    for (int i = 0; i < ring.size(); i++) {
      Edge edge = Rings.edge(ring, i);
      twice +=
          (edge.ax() - first.longitude()) * (edge.by() - first.latitude())
              - (edge.bx() - first.longitude()) * (edge.ay() - first.latitude());
    }
    return twice > 0;
  }
}
