package org.smartcorrection.location;

import java.util.List;

/**
 * Sides of rings in flat arrays, grouped into runs with a bounding box each, so that most sides are
 * passed over without being looked at. x is longitude, y latitude, in degrees.
 */
final class Edges {
  private static final int RUN = 12;

  /** One side, from a to b. */
  record Edge(double ax, double ay, double bx, double by) {
    double minX() {
      return Math.min(ax, bx);
    }

    double maxX() {
      return Math.max(ax, bx);
    }

    double minY() {
      return Math.min(ay, by);
    }

    double maxY() {
      return Math.max(ay, by);
    }

    boolean boxMeets(Edge other) {
      return minX() <= other.maxX()
          && other.minX() <= maxX()
          && minY() <= other.maxY()
          && other.minY() <= maxY();
    }
  }

  private final double[] ends; // ax, ay, bx, by of each side
  private final double[] boxes; // minX, minY, maxX, maxY of each run

  Edges(List<Edge> edges) {
    ends = new double[edges.size() * 4];
    boxes = new double[(edges.size() + RUN - 1) / RUN * 4];
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      ends[i * 4] = edge.ax;
      ends[i * 4 + 1] = edge.ay;
      ends[i * 4 + 2] = edge.bx;
      ends[i * 4 + 3] = edge.by;
      int box = i / RUN * 4;
      boolean first = i % RUN == 0;
      boxes[box] = first ? edge.minX() : Math.min(boxes[box], edge.minX());
      boxes[box + 1] = first ? edge.minY() : Math.min(boxes[box + 1], edge.minY());
      boxes[box + 2] = first ? edge.maxX() : Math.max(boxes[box + 2], edge.maxX());
      boxes[box + 3] = first ? edge.maxY() : Math.max(boxes[box + 3], edge.maxY());
    }
  }

  int size() {
    return ends.length / 4;
  }

  /** Whether a ray to the east crosses an odd number of sides: the even-odd rule. */
  boolean surround(double x, double y) {
    boolean odd = false;
    for (int box = 0; box < boxes.length; box += 4) {
      if (y < boxes[box + 1] || y > boxes[box + 3] || x > boxes[box + 2]) continue;
      int end = Math.min(ends.length, (box / 4 + 1) * RUN * 4);
      for (int i = box * RUN; i < end; i += 4) {
        double ay = ends[i + 1];
        double by = ends[i + 3];
        if (ay > y == by > y) continue; // half open: a corner counts once
        double ax = ends[i];
        if (x < (ends[i + 2] - ax) * (y - ay) / (by - ay) + ax) odd = !odd;
      }
    }
    return odd;
  }

  /** Distance to the nearest side, with the lengths of a degree east and north given. */
  double distance(double x, double y, double east, double north) {
    double best = Double.POSITIVE_INFINITY;
    for (int box = 0; box < boxes.length; box += 4) {
      double awayX = Math.max(0, Math.max(boxes[box] - x, x - boxes[box + 2])) * east;
      double awayY = Math.max(0, Math.max(boxes[box + 1] - y, y - boxes[box + 3])) * north;
      if (awayX * awayX + awayY * awayY >= best) continue;
      int end = Math.min(ends.length, (box / 4 + 1) * RUN * 4);
      for (int i = box * RUN; i < end; i += 4) {
        double ax = (ends[i] - x) * east;
        double ay = (ends[i + 1] - y) * north;
        double sideX = (ends[i + 2] - x) * east - ax;
        double sideY = (ends[i + 3] - y) * north - ay;
        double along = -(ax * sideX + ay * sideY);
        double length = sideX * sideX + sideY * sideY;
        double t = along <= 0 ? 0 : along >= length ? 1 : along / length;
        double nearX = ax + t * sideX;
        double nearY = ay + t * sideY;
        best = Math.min(best, nearX * nearX + nearY * nearY);
      }
    }
    return Math.sqrt(best);
  }
}
