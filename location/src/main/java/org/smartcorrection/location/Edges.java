package org.smartcorrection.location;

import java.util.List;

/**
 * Sides of rings in flat arrays under a tree of bounding boxes: neighbours on a ring are neighbours
 * on the ground, so most sides are passed over without being looked at. x is longitude, y latitude,
 * in degrees.
 */
final class Edges {
  private static final int RUN = 8;

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
  private final int leaves; // a power of two, at least one for each run
  private final double[] boxes; // minX, minY, maxX, maxY of each node; 1 is the root

  Edges(List<Edge> edges) {
    ends = new double[edges.size() * 4];
    int runs = Math.max(1, (edges.size() + RUN - 1) / RUN);
    leaves = Integer.highestOneBit(2 * runs - 1);
    boxes = new double[leaves * 2 * 4];
    for (int box = 0; box < boxes.length; box++) {
      boxes[box] = box % 4 < 2 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      ends[i * 4] = edge.ax;
      ends[i * 4 + 1] = edge.ay;
      ends[i * 4 + 2] = edge.bx;
      ends[i * 4 + 3] = edge.by;
      for (int node = leaves + i / RUN; node > 0; node /= 2) widen(node * 4, edge);
    }
  }

  private void widen(int box, Edge edge) {
    boxes[box] = Math.min(boxes[box], edge.minX());
    boxes[box + 1] = Math.min(boxes[box + 1], edge.minY());
    boxes[box + 2] = Math.max(boxes[box + 2], edge.maxX());
    boxes[box + 3] = Math.max(boxes[box + 3], edge.maxY());
  }

  /** Whether a ray to the east crosses an odd number of sides: the even-odd rule. */
  boolean surround(double x, double y) {
    return oddFrom(1, x, y);
  }

  private boolean oddFrom(int node, double x, double y) {
    int box = node * 4;
    if (y < boxes[box + 1] || y > boxes[box + 3] || x > boxes[box + 2]) return false;
    if (node < leaves) return oddFrom(2 * node, x, y) ^ oddFrom(2 * node + 1, x, y);
    boolean odd = false;
    int end = Math.min(ends.length, (node - leaves + 1) * RUN * 4);
    for (int i = (node - leaves) * RUN * 4; i < end; i += 4) {
      double ay = ends[i + 1];
      double by = ends[i + 3];
      if (ay > y == by > y) continue; // half open: a corner counts once
      double ax = ends[i];
      if (x < (ends[i + 2] - ax) * (y - ay) / (by - ay) + ax) odd = !odd;
    }
    return odd;
  }

  /** Distance to the nearest side, with the lengths of a degree east and north given. */
  double distance(double x, double y, double east, double north) {
    return Math.sqrt(leastFrom(1, x, y, east, north, Double.POSITIVE_INFINITY));
  }

  /** Least squared distance below a node, looking into the nearer half first. */
  private double leastFrom(int node, double x, double y, double east, double north, double best) {
    if (node >= leaves) return leastOfRun(node - leaves, x, y, east, north, best);
    int nearer = 2 * node;
    double near = squaredToBox(nearer, x, y, east, north);
    double far = squaredToBox(nearer + 1, x, y, east, north);
    int farther = nearer + 1;
    if (far < near) {
      farther = nearer;
      nearer = nearer + 1;
      double swapped = near;
      near = far;
      far = swapped;
    }
    double least = best;
    if (near < least) least = leastFrom(nearer, x, y, east, north, least);
    if (far < least) least = leastFrom(farther, x, y, east, north, least);
    return least;
  }

  private double squaredToBox(int node, double x, double y, double east, double north) {
    int box = node * 4;
    double awayX = Math.max(0, Math.max(boxes[box] - x, x - boxes[box + 2])) * east;
    double awayY = Math.max(0, Math.max(boxes[box + 1] - y, y - boxes[box + 3])) * north;
    return awayX * awayX + awayY * awayY;
  }

  private double leastOfRun(int run, double x, double y, double east, double north, double best) {
    double least = best;
    int end = Math.min(ends.length, (run + 1) * RUN * 4);
    for (int i = run * RUN * 4; i < end; i += 4) {
      double ax = (ends[i] - x) * east;
      double ay = (ends[i + 1] - y) * north;
      double sideX = (ends[i + 2] - x) * east - ax;
      double sideY = (ends[i + 3] - y) * north - ay;
      double along = -(ax * sideX + ay * sideY);
      double length = sideX * sideX + sideY * sideY;
      double t = along <= 0 ? 0 : along >= length ? 1 : along / length;
      double nearX = ax + t * sideX;
      double nearY = ay + t * sideY;
      least = Math.min(least, nearX * nearX + nearY * nearY);
    }
    return least;
  }
}
