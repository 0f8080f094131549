package org.smartcorrection.location;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.smartcorrection.location.Edges.Edge;

/**
 * The outer border of two or more polygons together. Where two districts of one urban area meet,
 * nothing is left behind by crossing over (Measures 26), so that line must not count as a border.
 */
final class UnionBorder {
  private static final double TOUCH = 1e-8; // degrees, about a millimetre
  private static final double PROBE = 2e-7; // degrees, about two centimetres

  private UnionBorder() {}

  static Edges of(List<List<Edge>> polygons) {
    List<Edges> parts = polygons.stream().map(Edges::new).toList();
    var border = new ArrayList<Edge>();
    for (int i = 0; i < polygons.size(); i++) {
      for (Edge edge : polygons.get(i)) {
        double before = 0;
        for (double cut : cuts(edge, i, polygons)) {
          if (cut - before > 1e-12) {
            Edge piece = piece(edge, before, cut);
            if (dividesInFromOut(piece, parts)) border.add(piece);
            before = cut;
          }
        }
      }
    }
    return new Edges(border);
  }

  /** Where sides of the other polygons cross or touch this side, from 0 to 1, ending with 1. */
  private static List<Double> cuts(Edge edge, int own, List<List<Edge>> polygons) {
    var cuts = new ArrayList<Double>();
    for (int j = 0; j < polygons.size(); j++) {
      if (j == own) continue;
      for (Edge other : polygons.get(j)) {
        if (edge.boxMeets(other)) addCuts(edge, other, cuts);
      }
    }
    cuts.add(1.0);
    cuts.sort(Comparator.naturalOrder());
    return cuts;
  }

  private static void addCuts(Edge edge, Edge other, List<Double> cuts) {
    double dx = edge.bx() - edge.ax();
    double dy = edge.by() - edge.ay();
    double ox = other.bx() - other.ax();
    double oy = other.by() - other.ay();
    double cross = dx * oy - dy * ox;
    if (cross != 0) {
      double t = ((other.ax() - edge.ax()) * oy - (other.ay() - edge.ay()) * ox) / cross;
      double u = ((other.ax() - edge.ax()) * dy - (other.ay() - edge.ay()) * dx) / cross;
      if (t > 0 && t < 1 && u >= 0 && u <= 1) cuts.add(t);
    }
    addTouch(edge, other.ax(), other.ay(), cuts);
    addTouch(edge, other.bx(), other.by(), cuts);
  }

  private static void addTouch(Edge edge, double x, double y, List<Double> cuts) {
    double dx = edge.bx() - edge.ax();
    double dy = edge.by() - edge.ay();
    double t = ((x - edge.ax()) * dx + (y - edge.ay()) * dy) / (dx * dx + dy * dy);
    if (!(t > 0 && t < 1)) return;
    if (Math.hypot(edge.ax() + t * dx - x, edge.ay() + t * dy - y) < TOUCH) cuts.add(t);
  }

  private static Edge piece(Edge edge, double from, double to) {
    double dx = edge.bx() - edge.ax();
    double dy = edge.by() - edge.ay();
    return new Edge(
        edge.ax() + from * dx,
        edge.ay() + from * dy,
        to == 1 ? edge.bx() : edge.ax() + to * dx,
        to == 1 ? edge.by() : edge.ay() + to * dy);
  }

  private static boolean dividesInFromOut(Edge piece, List<Edges> parts) {
    double dx = piece.bx() - piece.ax();
    double dy = piece.by() - piece.ay();
    double scale = PROBE / Math.hypot(dx, dy);
    double x = (piece.ax() + piece.bx()) / 2;
    double y = (piece.ay() + piece.by()) / 2;
    return inAny(parts, x - dy * scale, y + dx * scale)
        != inAny(parts, x + dy * scale, y - dx * scale);
  }

  static boolean inAny(List<Edges> parts, double x, double y) {
    for (Edges part : parts) {
      if (part.surround(x, y)) return true;
    }
    return false;
  }
}
