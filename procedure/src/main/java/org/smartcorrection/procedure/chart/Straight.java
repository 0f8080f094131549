package org.smartcorrection.procedure.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws lines straight where the neighbours in each row leave the room for it. */
final class Straight {

  /** An act this near above its state is put right above it. */
  private static final double NEAR = 40;

  private final Rows rows;

  private Straight(Rows rows) {
    this.rows = rows;
  }

  static void draw(Rows rows) {
    var straight = new Straight(rows);
    rows.links.stream()
        .filter(link -> link.upper().bend && link.lower().bend)
        .filter(link -> rows.links.stream().noneMatch(above -> continues(above, link)))
        .forEach(first -> straight.line(straight.following(first)));
    for (Link link : rows.links) {
      if (!link.upper().bend && !link.lower().bend) straight.pair(link);
    }
  }

  private static boolean continues(Link above, Link below) {
    return above.upper().bend && above.lower().equals(below.upper());
  }

  private List<Node> following(Link first) {
    var line = new ArrayList<Node>(List.of(first.upper()));
    while (true) {
      Node last = line.getLast();
      List<Node> next =
          rows.links.stream()
              .filter(link -> link.upper().equals(last) && link.lower().bend)
              .map(Link::lower)
              .toList();
      if (next.isEmpty()) return line;
      line.add(next.getFirst());
    }
  }

  /** As few corners as can be: each stretch goes on as long as its rows have a place in common. */
  private void line(List<Node> bends) {
    var stretch = new ArrayList<Node>();
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    for (Node bend : bends) {
      double left = Math.max(from, leftmost(bend));
      double right = Math.min(to, rightmost(bend));
      if (left > right) {
        put(stretch, from, to);
        stretch.clear();
        left = leftmost(bend);
        right = rightmost(bend);
      }
      stretch.add(bend);
      from = left;
      to = right;
    }
    put(stretch, from, to);
  }

  private static void put(List<Node> stretch, double from, double to) {
    List<Double> places =
        stretch.stream().map(bend -> bend.x).sorted(Comparator.naturalOrder()).toList();
    double x = Math.clamp(places.get(places.size() / 2), from, Math.max(from, to));
    stretch.forEach(bend -> bend.x = x);
  }

  /** A label right above the only box to which it leads, or right below the only one before it. */
  private void pair(Link link) {
    boolean alone = rows.links.stream().filter(l -> l.upper().equals(link.upper())).count() == 1;
    Node act = alone ? link.upper() : link.lower();
    Node other = alone ? link.lower() : link.upper();
    boolean only =
        rows.links.stream().filter(l -> (alone ? l.upper() : l.lower()).equals(act)).count() == 1;
    if (!only || Math.abs(act.x - other.x) > NEAR) return;
    if (other.x >= leftmost(act) && other.x <= rightmost(act)) act.x = other.x;
  }

  private double leftmost(Node node) {
    List<Node> row = rows.rows.get(node.row);
    int place = row.indexOf(node);
    if (place == 0) return Double.NEGATIVE_INFINITY;
    return row.get(place - 1).x + Placement.apart(row.get(place - 1), node);
  }

  private double rightmost(Node node) {
    List<Node> row = rows.rows.get(node.row);
    int place = row.indexOf(node);
    if (place == row.size() - 1) return Double.POSITIVE_INFINITY;
    return row.get(place + 1).x - Placement.apart(node, row.get(place + 1));
  }
}
