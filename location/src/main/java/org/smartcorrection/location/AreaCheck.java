package org.smartcorrection.location;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.smartcorrection.location.AreaProblem.Kind;
import org.smartcorrection.location.Edges.Edge;

/** Looks a drawing over before an area is made of it. */
final class AreaCheck {
  private static final double HECTARE = 10_000;
  private static final double LARGER_THAN_ANY_PREFECTURE = 500_000e6;

  private record Side(int polygon, int ring, int vertex, int ringSize, Edge edge) {
    AreaProblem problem(Kind kind) {
      return new AreaProblem(kind, polygon, ring, vertex);
    }

    boolean isNextTo(Side other) {
      if (ring != other.ring) return false;
      int apart = Math.abs(vertex - other.vertex);
      return apart <= 1 || apart >= ringSize - 1;
    }
  }

  private AreaCheck() {}

  static List<AreaProblem> of(List<Polygon> polygons) {
    if (polygons.isEmpty()) return List.of(new AreaProblem(Kind.EMPTY, -1, -1, -1));
    long points = polygons.stream().flatMap(p -> Rings.of(p).stream()).mapToLong(List::size).sum();
    if (points > PolygonArea.MOST_POINTS) {
      return List.of(new AreaProblem(Kind.TOO_MANY_POINTS, -1, -1, -1));
    }
    var problems = new ArrayList<AreaProblem>();
    for (int p = 0; p < polygons.size(); p++) checkRings(polygons.get(p), p, problems);
    if (!problems.isEmpty()) return List.copyOf(problems);
    for (int p = 0; p < polygons.size(); p++) checkCrossings(polygons.get(p), p, problems);
    if (problems.isEmpty()) {
      for (int p = 0; p < polygons.size(); p++) checkHoles(polygons.get(p), p, problems);
    }
    double size = Rings.squareMetres(polygons);
    if (size < HECTARE) problems.add(new AreaProblem(Kind.TOO_SMALL, -1, -1, -1));
    if (size > LARGER_THAN_ANY_PREFECTURE) {
      problems.add(new AreaProblem(Kind.TOO_LARGE, -1, -1, -1));
    }
    return List.copyOf(problems);
  }

  private static void checkRings(Polygon polygon, int p, List<AreaProblem> problems) {
    List<List<Wgs84Point>> rings = Rings.of(polygon);
    for (int r = 0; r < rings.size(); r++) {
      List<Wgs84Point> ring = rings.get(r);
      if (new HashSet<>(ring).size() < 3) {
        problems.add(new AreaProblem(Kind.TOO_FEW_POINTS, p, r, -1));
        continue;
      }
      for (int v = 0; v < ring.size(); v++) {
        Edge edge = Rings.edge(ring, v);
        if (edge.maxX() - edge.minX() > 180) {
          problems.add(new AreaProblem(Kind.CROSSES_DATE_LINE, p, r, v));
          break;
        }
      }
    }
  }

  /** Sides sorted by their western end meet only those that begin before they end. */
  private static void checkCrossings(Polygon polygon, int p, List<AreaProblem> problems) {
    List<Side> sides = sides(polygon, p);
    sides.sort(Comparator.comparingDouble(side -> side.edge.minX()));
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get(i);
      for (int j = i + 1; j < sides.size(); j++) {
        Side other = sides.get(j);
        if (other.edge.minX() > side.edge.maxX()) break;
        if (side.isNextTo(other) || !side.edge.boxMeets(other.edge)) continue;
        if (cross(side.edge, other.edge)) {
          problems.add(side.problem(Kind.SELF_INTERSECTING));
          return; // one is enough to send the drawing back
        }
      }
    }
  }

  private static List<Side> sides(Polygon polygon, int p) {
    var sides = new ArrayList<Side>();
    List<List<Wgs84Point>> rings = Rings.of(polygon);
    for (int r = 0; r < rings.size(); r++) {
      List<Wgs84Point> ring = rings.get(r);
      for (int v = 0; v < ring.size(); v++) {
        Edge edge = Rings.edge(ring, v);
        if (!Rings.isPoint(edge)) sides.add(new Side(p, r, v, ring.size(), edge));
      }
    }
    return sides;
  }

  private static void checkHoles(Polygon polygon, int p, List<AreaProblem> problems) {
    var outline = new Edges(Rings.edges(Polygon.of(polygon.outline())));
    for (int h = 0; h < polygon.holes().size(); h++) {
      boolean inside =
          polygon.holes().get(h).stream()
              .anyMatch(point -> outline.surround(point.longitude(), point.latitude()));
      if (!inside) problems.add(new AreaProblem(Kind.HOLE_OUTSIDE, p, h + 1, -1));
    }
  }

  /** A true crossing; rings may touch in a point, as real borders do. */
  private static boolean cross(Edge a, Edge b) {
    return turn(a, b.ax(), b.ay()) * turn(a, b.bx(), b.by()) < 0
        && turn(b, a.ax(), a.ay()) * turn(b, a.bx(), a.by()) < 0;
  }

  private static double turn(Edge edge, double x, double y) {
    double twice =
        (edge.bx() - edge.ax()) * (y - edge.ay()) - (edge.by() - edge.ay()) * (x - edge.ax());
    return Math.signum(twice);
  }
}
