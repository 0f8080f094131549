package org.smartcorrection.platform.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A print as it lies on its pages, with the font that draws it.
 *
 * @param glyphs the glyph of each character in the font
 * @param font the bytes of a TrueType file with these characters only
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
record Laid(List<Page> pages, Map<Integer, Integer> glyphs, byte[] font) {
  static Laid of(Print print) {
    List<Page> pages = Layout.of(print);
    var points = new TreeSet<Integer>();
    for (Page page : pages)
      for (Mark mark : page.marks())
        if (mark instanceof Mark.Text text) text.text().codePoints().forEach(points::add);
    var glyphs = new HashMap<Integer, Integer>();
    for (int point : points) glyphs.put(point, glyphs.size() + 1);
    return new Laid(pages, glyphs, FontSubset.of(PaperFont.get(), points));
  }

  int glyph(int point) {
    return Objects.requireNonNull(glyphs.get(point));
  }
}
