package org.smartcorrection.procedure.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders each row by the middle of what its things are linked to, and keeps the best order. */
final class Order {

  private static final int SWEEPS = 24;

  private final Rows rows;
  private final Map<Node, Integer> places = new HashMap<>();
  private List<List<Node>> best = List.of();
  private int fewest = Integer.MAX_VALUE;

  private Order(Rows rows) {
    this.rows = rows;
    rows.rows.forEach(this::number);
  }

  static void arrange(Rows rows) {
    var order = new Order(rows);
    order.keepIfBetter();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      List<List<Node>> all = down ? rows.rows : rows.rows.reversed();
      for (List<Node> row : all) order.sort(row, down);
      order.keepIfBetter();
    }
    for (int i = 0; i < order.best.size(); i++) {
      rows.rows.set(i, new ArrayList<>(order.best.get(i)));
    }
  }

  private void sort(List<Node> row, boolean down) {
    Map<Node, Double> middles = new HashMap<>();
    for (Node node : row) middles.put(node, middle(node, down));
    row.sort(Comparator.comparingDouble(node -> middles.getOrDefault(node, 0.0)));
    number(row);
  }

  private double middle(Node node, boolean down) {
    return rows.links.stream()
        .filter(link -> (down ? link.lower() : link.upper()).equals(node))
        .mapToInt(link -> place(down ? link.upper() : link.lower()))
        .average()
        .orElse(place(node));
  }

  private int place(Node node) {
    return places.getOrDefault(node, 0);
  }

  private void number(List<Node> row) {
    for (int i = 0; i < row.size(); i++) places.put(row.get(i), i);
  }

  private void keepIfBetter() {
    int now = crossings();
    if (now >= fewest) return;
    fewest = now;
    best = rows.rows.stream().map(List::copyOf).toList();
  }

  private int crossings() {
    int count = 0;
    List<Link> all = List.copyOf(rows.links);
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Link one = all.get(i);
        Link other = all.get(j);
        if (one.upper().row != other.upper().row) continue;
        int above = Integer.compare(place(one.upper()), place(other.upper()));
        int below = Integer.compare(place(one.lower()), place(other.lower()));
        if (above * below < 0) count++;
      }
    }
    return count;
  }
}
