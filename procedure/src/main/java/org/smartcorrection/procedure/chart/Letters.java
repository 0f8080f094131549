package org.smartcorrection.procedure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How wide words are, estimated generously from the kind of each letter, so that a chart needs no
 * font to be laid out and comes out the same on every machine.
 */
final class Letters {

  private static final int FIRST_WIDE = 0x2e80;
  private static final String NARROW = "ijltfrI.,:;'|!()[]·- ";
  private static final String BROAD = "mwMW—%@";

  private static final Pattern AFTER_WORD = Pattern.compile("(?<=[ ，。；：、])|(?=[（“《])");
  private static final Pattern BETWEEN_CHARACTERS =
      Pattern.compile("(?<=\\p{IsHan})(?=\\p{IsHan})(?<![（“《].)(?!.[）”》])");

  private Letters() {}

  /** In the unit of the size. */
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(Letters::width).sum() * size;
  }

  /**
   * Breaks after spaces and Chinese punctuation; between Chinese characters only where a line would
   * be too long otherwise.
   */
  static List<String> wrap(String text, double size, double most) {
    var lines = new ArrayList<String>();
    String line = "";
    for (String part : parts(text, size, most)) {
      if (!line.isBlank() && width((line + part).stripTrailing(), size) > most) {
        lines.add(line.strip());
        line = "";
      }
      line += part;
    }
    lines.add(line.strip());
    return lines;
  }

  private static List<String> parts(String text, double size, double most) {
    var parts = new ArrayList<String>();
    for (String part : AFTER_WORD.splitAsStream(text).toList()) {
      if (width(part.stripTrailing(), size) <= most) parts.add(part);
      else parts.addAll(BETWEEN_CHARACTERS.splitAsStream(part).toList());
    }
    return parts;
  }

  private static double width(int letter) {
    if (letter >= FIRST_WIDE || (letter >= 0x2190 && letter <= 0x27ff)) return 1.04;
    if (NARROW.indexOf(letter) >= 0) return 0.36;
    if (BROAD.indexOf(letter) >= 0) return 0.94;
    return Character.isUpperCase(letter) ? 0.71 : 0.59;
  }
}
