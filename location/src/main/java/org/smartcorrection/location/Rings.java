package org.smartcorrection.location;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.Edges.Edge;

/** Rings of polygons as sides, sizes and bounds. */
final class Rings {
  private Rings() {}

  static List<List<Wgs84Point>> of(Polygon polygon) {
    var rings = new ArrayList<List<Wgs84Point>>();
    rings.add(polygon.outline());
    rings.addAll(polygon.holes());
    return rings;
  }

  static List<Edge> edges(Polygon polygon) {
    var edges = new ArrayList<Edge>();
    for (List<Wgs84Point> ring : of(polygon)) {
      for (int i = 0; i < ring.size(); i++) {
        Edge edge = edge(ring, i);
        if (!isPoint(edge)) edges.add(edge);
      }
    }
    return edges;
  }

  /** The side that starts at a vertex; the last one closes the ring. */
  static Edge edge(List<Wgs84Point> ring, int vertex) {
    Wgs84Point a = ring.get(vertex);
    Wgs84Point b = ring.get((vertex + 1) % ring.size());
    return new Edge(a.longitude(), a.latitude(), b.longitude(), b.latitude());
  }

  /** A closed ring repeats its first point, a careless one its others: no side. */
  static boolean isPoint(Edge edge) {
    return edge.ax() == edge.bx() && edge.ay() == edge.by();
  }

  /** Square metres, holes taken off, overlaps between polygons counted twice. */
  static double squareMetres(List<Polygon> polygons) {
    double sum = 0;
    for (Polygon polygon : polygons) {
      sum += ringSquareMetres(polygon.outline());
      for (List<Wgs84Point> hole : polygon.holes()) sum -= ringSquareMetres(hole);
    }
    return sum;
  }

  private static double ringSquareMetres(List<Wgs84Point> ring) {
    double twice = 0;
    Wgs84Point first = ring.getFirst();
    for (int i = 0; i < ring.size(); i++) {
      Edge edge = edge(ring, i);
      double latitude = (edge.ay() + edge.by()) / 2;
      double east = Earth.metresPerDegreeEast(latitude);
      double north = Earth.metresPerDegreeNorth(latitude);
      twice +=
          ((edge.ax() - first.longitude()) * (edge.by() - first.latitude())
                  - (edge.bx() - first.longitude()) * (edge.ay() - first.latitude()))
              * east
              * north;
    }
    return Math.abs(twice) / 2;
  }

  static BoundingBox bounds(List<Polygon> polygons) {
    double south = 90;
    double west = 180;
    double north = -90;
    double east = -180;
    for (Polygon polygon : polygons) {
      for (Wgs84Point point : polygon.outline()) {
        south = Math.min(south, point.latitude());
        west = Math.min(west, point.longitude());
        north = Math.max(north, point.latitude());
        east = Math.max(east, point.longitude());
      }
    }
    return new BoundingBox(south, west, north, east);
  }
}
