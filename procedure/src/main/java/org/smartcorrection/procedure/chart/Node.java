package org.smartcorrection.procedure.chart;

/**
 * A thing that takes room in a chart, or a bend of a flow that passes a row. Lengths are in pixels,
 * {@code y} grows downwards.
 */
final class Node {

  /** The room that a bend keeps free for its line. */
  static final double BEND_WIDTH = 10;

  final String id;
  final boolean bend;
  final double width;
  double height;
  int row;

  /** Of its middle. */
  double x;

  double top;

  private Node(String id, boolean bend, double width, double height) {
    this.id = id;
    this.bend = bend;
    this.width = width;
    this.height = height;
  }

  static Node box(String id, double width, double height) {
    return new Node(id, false, width, height);
  }

  static Node bend(String id, int row) {
    var bend = new Node(id, true, BEND_WIDTH, 0);
    bend.row = row;
    return bend;
  }

  double left() {
    return x - width / 2;
  }

  double right() {
    return x + width / 2;
  }

  double bottom() {
    return top + height;
  }

  @Override
  public String toString() {
    return id;
  }
}
