package org.smartcorrection.platform.paper;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Paths for formats that know no quadratic curves. */
final class Curves {
  private Curves() {}

  /** The same path with cubic curves only. */
  static Path2D cubic(Path2D path) {
    var cubic = new Path2D.Double(path.getWindingRule());
    double[] p = new double[6];
    for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
      switch (at.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> cubic.moveTo(p[0], p[1]);
        case PathIterator.SEG_LINETO -> cubic.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO -> {
          var from = cubic.getCurrentPoint();
          cubic.curveTo(
              from.getX() + 2 * (p[0] - from.getX()) / 3,
              from.getY() + 2 * (p[1] - from.getY()) / 3,
              p[2] + 2 * (p[0] - p[2]) / 3,
              p[3] + 2 * (p[1] - p[3]) / 3,
              p[2],
              p[3]);
        }
        case PathIterator.SEG_CUBICTO -> cubic.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
        default -> cubic.closePath();
      }
    }
    return cubic;
  }
}
