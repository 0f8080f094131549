package org.smartcorrection.platform.paper;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places lines and pictures on pages of A4 with the margins of GB/T 9704 at top and left; PDF and
 * OFD are both drawn from what it places, so they are alike to the millimetre.
 */
final class Typesetter {
  /** Where text begins, in millimetres. */
  static final double LEFT = 28;

  /** How wide text may be, in millimetres. */
  static final double WIDTH = 156;

  /** Between two cells, and above and below one. */
  private static final double GAP = 1.6;

  private static final double TOP = 30;
  private static final double BOTTOM = Page.HEIGHT - 28;

  private final List<Page> pages = new ArrayList<>();
  private List<Mark> marks = new ArrayList<>();
  private double y = TOP;

  /** How far down the page is used, in millimetres. */
  double y() {
    return y;
  }

  void space(double height) {
    y += height;
  }

  /** Makes sure that this much fits below, on a new page if need be. */
  void room(double height) {
    if (y + height > BOTTOM && y > TOP) breakPage();
  }

  void breakPage() {
    pages.add(new Page(marks));
    marks = new ArrayList<>();
    y = TOP;
  }

  /** The pages, once everything stands on them. */
  List<Page> pages() {
    breakPage();
    return List.copyOf(pages);
  }

  /** A paragraph over the whole width. */
  void paragraph(Element element, String text, double size, double leading, double indent) {
    column(element, text, size, leading, 0, WIDTH, indent);
  }

  /** A paragraph in a column, from the present height on. */
  void column(
      Element element,
      String text,
      double size,
      double leading,
      double from,
      double width,
      double indent) {
    double in = indent;
    for (String line : Lines.of(text, size, width - indent, width)) {
      room(leading);
      set(element, line, LEFT + from + in, size, leading);
      in = 0;
    }
  }

  void centred(Element element, String text, double size, double leading, double axis) {
    for (String line : Lines.of(text, size, WIDTH, WIDTH)) {
      room(leading);
      double width = PaperFont.get().width(line, size);
      set(element, line, LEFT + axis - width / 2, size, leading);
    }
  }

  void right(Element element, String text, double size, double leading) {
    for (String line : Lines.of(text, size, WIDTH, WIDTH)) {
      room(leading);
      set(element, line, LEFT + WIDTH - PaperFont.get().width(line, size), size, leading);
    }
  }

  private void set(Element element, String line, double x, double size, double leading) {
    // the em square stands in the middle of the line; ideographs sink 12 % below the baseline
    double baseline = y + leading / 2 + size * 0.38;
    if (!line.isEmpty()) marks.add(new Mark.Text(element, line, x, baseline, size));
    y += leading;
  }

  /** Two columns side by side: each is set from the same height, the deeper one counts. */
  void row(Element label, String name, Element cell, String value, double size, double leading) {
    double labelWidth = 40;
    double valueFrom = labelWidth + 4;
    int lines = Lines.of(value, size, WIDTH - valueFrom, WIDTH - valueFrom).size();
    int names = Lines.of(name, size, labelWidth, labelWidth).size();
    // a row moves to the next page whole, unless it is longer than half a page
    room(Math.min(Math.max(lines, names) * leading, (BOTTOM - TOP) / 2));
    double start = y;
    int page = pages.size();
    column(label, name, size, leading, 0, labelWidth, 0);
    double afterName = y;
    if (pages.size() == page) y = start;
    column(cell, value, size, leading, valueFrom, WIDTH - valueFrom, 0);
    if (pages.size() == page) y = Math.max(y, afterName);
    rule();
  }

  /** Whether this much fits on the rest of the page. */
  boolean fits(double height) {
    return y + height <= BOTTOM;
  }

  /** How high a row of cells is. */
  static double height(List<String> texts, double[] widths, double size, double leading) {
    int lines = 1;
    for (int i = 0; i < widths.length; i++) {
      double room = widths[i] - GAP;
      lines = Math.max(lines, Lines.of(texts.get(i), size, room, room).size());
    }
    return lines * leading + GAP;
  }

  /** Cells side by side over the whole width, each set from the same height, with a rule below. */
  void cells(
      List<Element> elements, List<String> texts, double[] widths, double size, double leading) {
    double start = y;
    double from = LEFT;
    for (int i = 0; i < widths.length; i++) {
      y = start + GAP / 2;
      double room = widths[i] - GAP;
      for (String line : Lines.of(texts.get(i), size, room, room))
        set(elements.get(i), line, from, size, leading);
      from += widths[i];
    }
    y = start + height(texts, widths, size, leading);
    rule();
  }

  void rule() {
    area(null, new Rectangle2D.Double(LEFT, y, WIDTH, 0.12), Mark.Ink.RULE);
  }

  void area(@Nullable Element element, java.awt.Shape shape, Mark.Ink ink) {
    marks.add(new Mark.Area(element, new Path2D.Double(shape), ink));
  }

  /** Back to a height, for what stands beside something else. */
  void back(double height) {
    y = height;
  }
}
