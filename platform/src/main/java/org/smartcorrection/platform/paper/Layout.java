package org.smartcorrection.platform.paper;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a paper looks: heading, body, signature under the seal, and its proof at the end. */
final class Layout {
  // the sizes of GB/T 9704, in millimetres: 二号, 小三, 四号, 小四, 小五
  private static final double TITLE = 7.76;
  private static final double AGENCY = 5.29;
  private static final double BODY = 4.94;
  private static final double SMALL = 4.23;
  private static final double TINY = 3.0;

  // 五号, so that seven columns have room: number, 文号, author, title, day, pages, remark
  private static final double SMALLER = 3.3;
  private static final double ENTRY_LEADING = 4.8;
  private static final double[] ENTRY = {10, 30, 27, 35, 20, 10, 24};

  private static final double SIGNED_AXIS = 112;
  private static final double CODE = 80;

  private final Typesetter set = new Typesetter();
  private @Nullable Element table;
  private @Nullable Element contents;
  private @Nullable Part columns;

  private Layout() {}

  /** The pages of a print. */
  static List<Page> of(Print print) {
    var layout = new Layout();
    for (Part part : print.paper().parts()) layout.part(part, print.stamp());
    layout.missing(print.paper());
    layout.proof(print);
    return layout.set.pages();
  }

  private void part(Part part, Stamp stamp) {
    if (part.kind() != Part.Kind.FIELD && table != null) {
      table = null;
      set.space(2);
    }
    switch (part.kind()) {
      case AGENCY -> set.centred(Element.of("P"), part.text(), AGENCY, 9, Typesetter.WIDTH / 2);
      case TITLE -> {
        set.space(2);
        set.centred(Element.of("H1"), part.text(), TITLE, 13, Typesetter.WIDTH / 2);
      }
      case NUMBER -> {
        set.space(1);
        set.right(Element.of("P"), part.text(), SMALL, 7);
        set.rule();
        set.space(4);
      }
      case TO -> set.paragraph(Element.of("P"), part.text(), BODY, 8.6, 0);
      case TEXT -> set.paragraph(Element.of("P"), part.text(), BODY, 8.6, 2 * BODY);
      case ITEM -> set.column(Element.of("P"), part.text(), BODY, 8.6, 6, Typesetter.WIDTH - 6, 0);
      case FIELD -> field(part);
      case COLUMNS -> {
        set.space(1);
        contents = Element.of("Table");
        columns = part;
        columns(part, contents);
      }
      case ENTRY -> entry(part);
      case BASIS, REMEDY, ANNEX -> {
        set.space(1.5);
        set.paragraph(Element.of("P"), part.text(), SMALL, 7, 2 * SMALL);
      }
      case SIGNED -> signed(part, stamp);
    }
  }

  private void field(Part part) {
    if (table == null) set.space(2);
    Element rows = table == null ? Element.of("Table") : table;
    table = rows;
    Element row = rows.child("TR");
    set.row(row.child("TH"), part.text(), row.child("TD"), part.texts().get(1), SMALL, 7.2);
  }

  private void columns(Part part, Element table) {
    set.room(3 * ENTRY_LEADING);
    set.rule();
    row(part, table, "TH");
  }

  /** A line of a table of contents stays whole; on a new page its columns are named again. */
  private void entry(Part part) {
    if (contents == null || columns == null)
      throw new IllegalStateException("an entry stands below the names of its columns");
    if (!set.fits(Typesetter.height(part.texts(), ENTRY, SMALLER, ENTRY_LEADING))) {
      set.breakPage();
      columns(columns, contents);
    }
    row(part, contents, "TD");
  }

  private void row(Part part, Element table, String cell) {
    Element row = table.child("TR");
    List<Element> cells = part.texts().stream().map(_ -> row.child(cell)).toList();
    set.cells(cells, part.texts(), ENTRY, SMALLER, ENTRY_LEADING);
  }

  /** The seal stands on agency and day (骑年盖月); what was printed below it stays legible. */
  private void signed(Part part, Stamp stamp) {
    set.space(8);
    set.room(Seal.DIAMETER + 4);
    double top = set.y();
    if (stamp.seal() != null) {
      set.area(
          Element.figure(stamp.seal()),
          Seal.around(
              Typesetter.LEFT + SIGNED_AXIS, top + Seal.DIAMETER / 2, stamp.seal(), stamp.below()),
          Mark.Ink.VERMILION);
    }
    set.space(8);
    for (String line : part.texts()) {
      if (!line.isEmpty()) set.centred(Element.of("P"), line, BODY, 8.6, SIGNED_AXIS);
    }
    set.back(Math.max(set.y(), top + Seal.DIAMETER));
  }

  /** Characters that the font lacks are named, so that nobody takes 〓 for part of a name. */
  private void missing(Paper paper) {
    NavigableSet<Integer> lacking = new TreeSet<>();
    for (String line : paper.lines()) line.codePoints().filter(Layout::lacks).forEach(lacking::add);
    if (lacking.isEmpty()) return;
    var names = new StringBuilder("〓");
    for (int point : lacking) names.append(" U+%X".formatted(point));
    set.paragraph(Element.of("P"), names.toString(), TINY, 4.6, 0);
  }

  static boolean lacks(int point) {
    return point != '\n' && !PaperFont.get().has(point);
  }

  private void proof(Print print) {
    Stamp stamp = print.stamp();
    set.space(4);
    Code code = print.code().orElse(null);
    double height = code == null ? 5 * stamp.lines().size() : CODE;
    set.room(height);
    double top = set.y();
    set.rule();
    set.space(3);
    double from = 0;
    if (code != null) {
      set.area(
          Element.figure("QR"), code.drawn(Typesetter.LEFT, set.y(), CODE - 4), Mark.Ink.BLACK);
      from = CODE;
    }
    for (String line : stamp.lines()) {
      set.column(Element.of("P"), line, TINY, 4.8, from, Typesetter.WIDTH - from, 0);
      set.space(1.2);
    }
    set.back(Math.max(set.y(), top + height));
  }
}
