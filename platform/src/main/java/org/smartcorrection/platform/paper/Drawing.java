package org.smartcorrection.platform.paper;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/**
 * A drawing as one path of an SVG.
 *
 * @param viewBox of the SVG
 * @param path its {@code d}; filled by the rule evenodd
 */
public record Drawing(String viewBox, String path) {
  static Drawing of(Path2D path, Rectangle2D box) {
    String viewBox =
        "%s %s %s %s"
            .formatted(
                number(box.getX()),
                number(box.getY()),
                number(box.getWidth()),
                number(box.getHeight()));
    return new Drawing(viewBox, commands(path, new String[] {"M", "L", "Q", "C", "Z"}, false));
  }

  /**
   * The path as text, with one word for each of move, line, quadratic, cubic and close.
   *
   * @param after whether the word follows its numbers
   */
  static String commands(Path2D path, String[] words, boolean after) {
    var text = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
      int kind = at.currentSegment(points);
      int count =
          switch (kind) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 0;
          };
      if (!after) text.append(words[kind]).append(' ');
      for (int i = 0; i < count; i++) text.append(number(points[i])).append(' ');
      if (after) text.append(words[kind]).append(' ');
    }
    return text.toString().stripTrailing();
  }

  /** Micrometres are enough, and the same text everywhere. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    int end = text.length();
    while (text.charAt(end - 1) == '0') end--;
    if (text.charAt(end - 1) == '.') end--;
    String shortened = text.substring(0, end);
    return shortened.equals("-0") ? "0" : shortened;
  }
}
