package org.smartcorrection.platform.paper;

import java.text.Normalizer;

/** Which characters a paper is written in. */
final class Letters {
  private static final int FIRST_RADICAL = 0x2f00;
  private static final int LAST_RADICAL = 0x2fdf;

  private Letters() {}

  /**
   * Text as it may stand on paper. A Kangxi radical becomes the character that it looks like: it
   * comes out of badly made PDF files, and nobody who searches for the character would find it.
   * Line ends are {@code \n}; what has no shape (controls, marks of direction) is left out, so that
   * it cannot hide between what people read.
   */
  static String plain(String text) {
    var out = new StringBuilder();
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .strip()
        .codePoints()
        .forEach(
            point -> {
              if (point >= FIRST_RADICAL && point <= LAST_RADICAL)
                out.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
              else if (point == '\n') out.append('\n');
              else if (point == '\t') out.append(' ');
              else if (hasShape(point)) out.appendCodePoint(point);
            });
    return out.toString();
  }

  private static boolean hasShape(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
