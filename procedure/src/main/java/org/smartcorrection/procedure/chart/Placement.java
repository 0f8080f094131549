package org.smartcorrection.procedure.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives ordered rows their places: each thing as near to what it is linked to as its neighbours in
 * the row allow, and rows as far apart as the curves between them need.
 */
final class Placement {

  static final double MARGIN = 24;
  private static final double BETWEEN = 26;
  private static final double BETWEEN_BENDS = 12;
  private static final int ROUNDS = 120;
  private static final double STRAIGHTNESS = 8;

  private final Rows rows;
  double width;
  double height;

  private Placement(Rows rows) {
    this.rows = rows;
  }

  static Placement of(Rows rows) {
    var placement = new Placement(rows);
    placement.across();
    placement.down();
    return placement;
  }

  private void across() {
    for (List<Node> row : rows.rows) settle(row, row.stream().map(_ -> 0.0).toList());
    for (int round = 0; round < ROUNDS; round++) {
      List<List<Node>> all = round % 2 == 0 ? rows.rows : rows.rows.reversed();
      for (List<Node> row : all) settle(row, row.stream().map(this::wish).toList());
    }
    Straight.draw(rows);
    double left = rows.rows.stream().flatMap(List::stream).mapToDouble(Node::left).min().orElse(0);
    for (List<Node> row : rows.rows) {
      for (Node node : row) {
        node.x = Math.round(node.x + MARGIN - left);
        width = Math.max(width, node.right() + MARGIN);
      }
    }
  }

  private double wish(Node node) {
    double sum = 0;
    double weight = 0;
    for (Link link : rows.links) {
      if (!link.upper().equals(node) && !link.lower().equals(node)) continue;
      double pull = link.upper().bend && link.lower().bend ? STRAIGHTNESS : 1;
      sum += pull * (link.upper().equals(node) ? link.lower() : link.upper()).x;
      weight += pull;
    }
    return weight == 0 ? node.x : sum / weight;
  }

  /**
   * As near to the wishes as can be, by pooling neighbours that would come too close. A pool is its
   * place, the pull of its things and their number; boxes give way to bends, so that long lines
   * stay straight.
   */
  private static void settle(List<Node> row, List<Double> wishes) {
    double[] offset = new double[row.size()];
    for (int i = 1; i < row.size(); i++) {
      offset[i] = offset[i - 1] + apart(row.get(i - 1), row.get(i));
    }
    var pools = new ArrayList<double[]>();
    for (int i = 0; i < row.size(); i++) {
      double[] pool = {wishes.get(i) - offset[i], row.get(i).bend ? STRAIGHTNESS : 1, 1};
      while (!pools.isEmpty() && pools.getLast()[0] > pool[0]) {
        double[] before = pools.removeLast();
        double pull = before[1] + pool[1];
        double middle = (before[0] * before[1] + pool[0] * pool[1]) / pull;
        pool = new double[] {middle, pull, before[2] + pool[2]};
      }
      pools.add(pool);
    }
    int i = 0;
    for (double[] pool : pools) {
      for (int n = 0; n < pool[2]; n++, i++) row.get(i).x = pool[0] + offset[i];
    }
  }

  static double apart(Node left, Node right) {
    double between = left.bend && right.bend ? BETWEEN_BENDS : BETWEEN;
    return (left.width + right.width) / 2 + between;
  }

  private void down() {
    double y = MARGIN;
    for (int i = 0; i < rows.rows.size(); i++) {
      List<Node> row = rows.rows.get(i);
      double tallest = row.stream().mapToDouble(node -> node.height).max().orElse(0);
      for (Node node : row) {
        if (node.bend) node.height = tallest;
        node.top = y + Math.round((tallest - node.height) / 2);
      }
      y += tallest + gap(i);
    }
    height = y - gap(rows.rows.size() - 1) + MARGIN;
  }

  private double gap(int row) {
    double farthest =
        rows.links.stream()
            .filter(link -> link.upper().row == row)
            .mapToDouble(link -> Math.abs(link.upper().x - link.lower().x))
            .max()
            .orElse(0);
    return Math.round(Math.clamp(24 + farthest * 0.07, 26, 64));
  }
}
