package org.smartcorrection.platform.paper;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines, as Chinese is set (GB/T 15834): no line begins with a closing mark. */
final class Lines {
  private static final String CLOSING = "，。、；：？！）」』》〉】〕”’…—％%)]}.,;:?!·";
  private static final String OPENING = "（「『《〈【〔“‘([{";
  private static final int FIRST_IDEOGRAPH = 0x2e80;

  private Lines() {}

  /**
   * The lines of a text.
   *
   * @param first the room on the first line, in the unit of {@code size}
   * @param room the room on the others
   */
  static List<String> of(String text, double size, double first, double room) {
    var lines = new ArrayList<String>();
    for (String paragraph : text.split("\n", -1)) {
      var line = new StringBuilder();
      double left = lines.isEmpty() ? first : room;
      for (String unit : units(paragraph, size, room)) {
        double width = width(unit, size);
        if (!line.isEmpty() && width(line + unit.stripTrailing(), size) > left + 1e-6) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
          left = room;
        }
        if (line.isEmpty() && width == 0) continue;
        line.append(unit);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** What stays together: a word with its space, a character with the mark after it. */
  private static List<String> units(String paragraph, double size, double room) {
    var units = new ArrayList<String>();
    var unit = new StringBuilder();
    int before = 0;
    for (int point : paragraph.codePoints().toArray()) {
      String next = Character.toString(point);
      boolean full = width(unit + next, size) > room;
      if (!unit.isEmpty() && (full || breaks(before, point))) {
        units.add(unit.toString());
        unit.setLength(0);
      }
      unit.append(next);
      before = point;
    }
    units.add(unit.toString());
    return units;
  }

  private static boolean breaks(int before, int after) {
    if (CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) return false;
    if (after == ' ') return false;
    if (before == ' ') return true;
    return before >= FIRST_IDEOGRAPH || after >= FIRST_IDEOGRAPH;
  }

  private static double width(String text, double size) {
    return PaperFont.get().width(text, size);
  }
}
