package org.smartcorrection.platform.paper;

import java.awt.geom.Path2D;
import org.jspecify.annotations.Nullable;

/** One thing on a page. Lengths are millimetres from the page's upper left corner, downwards. */
sealed interface Mark {
  /**
   * A run of text on one line.
   *
   * @param y of the baseline
   * @param size of the em square
   */
  record Text(Element element, String text, double x, double y, double size) implements Mark {}

  /**
   * An area filled with one colour.
   *
   * @param element {@code null} for what only decorates
   */
  record Area(@Nullable Element element, Path2D path, Ink ink) implements Mark {}

  /** The colours of papers. */
  enum Ink {
    BLACK(0x00, 0x00, 0x00),
    RULE(0x76, 0x80, 0x79),
    /** Of seals. */
    VERMILION(0xd8, 0x2c, 0x1e);

    final int red;
    final int green;
    final int blue;

    Ink(int red, int green, int blue) {
      this.red = red;
      this.green = green;
      this.blue = blue;
    }
  }
}
