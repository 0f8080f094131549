package org.smartcorrection.location;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.Edges.Edge;

/** All ground within a distance of a route, such as the way to a hospital in another county. */
public final class CorridorArea implements Area {
  private static final double NARROWEST = 20;
  private static final double WIDEST = 20_000;

  private final List<Wgs84Point> route;
  private final double halfWidthMetres;
  private final Edges sides;
  private final BoundingBox bounds;

  /**
   * Along a route.
   *
   * @param route at least two different points, each less than half the globe from the next
   * @param halfWidthMetres to either side, 20 m to 20 km
   * @throws IllegalArgumentException if the route has no length, crosses the date line, or the
   *     width is out of range
   */
  public CorridorArea(List<Wgs84Point> route, double halfWidthMetres) {
    if (!(halfWidthMetres >= NARROWEST && halfWidthMetres <= WIDEST)) {
      throw new IllegalArgumentException("a corridor reaches 20 m to 20 km to either side");
    }
    this.route = List.copyOf(route);
    this.halfWidthMetres = halfWidthMetres;
    var edges = new ArrayList<Edge>();
    for (int i = 0; i + 1 < route.size(); i++) {
      Edge edge = Rings.edge(route, i);
      if (edge.maxX() - edge.minX() > 180) {
        throw new IllegalArgumentException("a corridor does not cross the date line");
      }
      if (!Rings.isPoint(edge)) edges.add(edge);
    }
    if (edges.isEmpty()) throw new IllegalArgumentException("a corridor has a length");
    this.sides = new Edges(edges);
    this.bounds = around(Rings.bounds(List.of(Polygon.of(route))), halfWidthMetres);
  }

  private static BoundingBox around(BoundingBox line, double metres) {
    double farthest = Math.max(Math.abs(line.south()), Math.abs(line.north()));
    double north = metres / Earth.metresPerDegreeNorth(farthest) * 1.01;
    double east = metres / Earth.metresPerDegreeEast(Math.min(farthest + north, 89.999));
    return new BoundingBox(
        line.south() - north, line.west() - east, line.north() + north, line.east() + east);
  }

  /** The route as drawn. */
  public List<Wgs84Point> route() {
    return route;
  }

  /** How far it reaches to either side. */
  public double halfWidthMetres() {
    return halfWidthMetres;
  }

  @Override
  public double signedDistanceMetres(Wgs84Point point) {
    return signedDistanceMetres(point, Earth.degree(point.latitude()));
  }

  double signedDistanceMetres(Wgs84Point point, Earth.Degree degree) {
    return sides.distance(point.longitude(), point.latitude(), degree.east(), degree.north())
        - halfWidthMetres;
  }

  @Override
  public BoundingBox bounds() {
    return bounds;
  }
}
