package org.smartcorrection.platform.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a print as OFD (GB/T 33190-2016): pages of text objects and paths, with their font. The
 * electronic seal of GB/T 38540 is not in it: that needs a certificate of the state's; here the
 * seal is a picture, and the ledger's signatures prove.
 */
final class OfdWriter {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<ofd:%s xmlns:ofd=\"http://www.ofdspec.org/2016\"%s>";
  private static final String BOX = "0 0 210 297";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String[] WORDS = {"M", "L", "Q", "B", "C"};
  private static final double ASCENT = 0.9;
  private static final int FONT = 1;

  private final Print print;
  private final Laid laid;
  private int lastId = FONT;

  OfdWriter(Print print, Laid laid) {
    this.print = print;
    this.laid = laid;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      add(zip, "OFD.xml", text(entry()));
      var pages = new StringBuilder();
      for (int at = 0; at < laid.pages().size(); at++) {
        int id = ++lastId;
        String place = "Pages/Page_" + at + "/Content.xml";
        pages.append("<ofd:Page ID=\"%d\" BaseLoc=\"%s\"/>".formatted(id, place));
        add(zip, "Doc_0/" + place, text(page(laid.pages().get(at))));
      }
      add(zip, "Doc_0/PublicRes.xml", text(resources()));
      add(zip, "Doc_0/Res/paper.ttf", laid.font());
      add(zip, "Doc_0/Document.xml", text(document(pages)));
    } catch (IOException e) {
      throw new UncheckedIOException("an archive in memory", e);
    }
    return out.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] text(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private String entry() {
    Paper paper = print.paper();
    String id = HexFormat.of().formatHex(PdfWriter.sha256(paper.bytes()), 0, 16);
    return HEAD.formatted("OFD", " DocType=\"OFD\" Version=\"1.0\"")
        + "<ofd:DocBody><ofd:DocInfo>"
        + element("DocID", id)
        + element("Title", (paper.title() + " " + paper.number()).strip())
        + element("Author", paper.agency())
        + element(
            "CreationDate", print.at().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString())
        + element("Creator", "Smart Correction")
        + "</ofd:DocInfo>"
        + element("DocRoot", "Doc_0/Document.xml")
        + "</ofd:DocBody></ofd:OFD>";
  }

  private String document(StringBuilder pages) {
    return HEAD.formatted("Document", "")
        + "<ofd:CommonData>"
        + element("MaxUnitID", Integer.toString(lastId))
        + "<ofd:PageArea>"
        + element("PhysicalBox", BOX)
        + "</ofd:PageArea>"
        + element("PublicRes", "PublicRes.xml")
        + "</ofd:CommonData><ofd:Pages>"
        + pages
        + "</ofd:Pages></ofd:Document>";
  }

  private static String resources() {
    return HEAD.formatted("Res", " BaseLoc=\"Res\"")
        + "<ofd:Fonts><ofd:Font ID=\"%d\" FontName=\"Noto Serif SC\" FamilyName=\"Noto Serif SC\">"
            .formatted(FONT)
        + element("FontFile", "paper.ttf")
        + "</ofd:Font></ofd:Fonts></ofd:Res>";
  }

  private String page(Page page) {
    var out = new StringBuilder(HEAD.formatted("Page", ""));
    out.append("<ofd:Area>").append(element("PhysicalBox", BOX)).append("</ofd:Area>");
    out.append("<ofd:Content><ofd:Layer ID=\"%d\" Type=\"Body\">".formatted(++lastId));
    for (Mark mark : page.marks()) {
      switch (mark) {
        case Mark.Text text -> text(text, out);
        case Mark.Area area -> area(area, out);
      }
    }
    return out.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
  }

  /** Readers disagree on how many places a character beyond U+FFFF takes: it gets an object. */
  private void text(Mark.Text text, StringBuilder out) {
    double x = text.x();
    var run = new StringBuilder();
    for (int point : text.text().codePoints().toArray()) {
      boolean alone = Character.isSupplementaryCodePoint(point);
      if (alone && !run.isEmpty()) {
        x = run(run.toString(), x, text, out);
        run.setLength(0);
      }
      run.appendCodePoint(point);
      if (alone) {
        x = run(run.toString(), x, text, out);
        run.setLength(0);
      }
    }
    if (!run.isEmpty()) run(run.toString(), x, text, out);
  }

  private double run(String run, double x, Mark.Text text, StringBuilder out) {
    double size = text.size();
    double width = PaperFont.get().width(run, size);
    var steps = new StringBuilder();
    int last = run.offsetByCodePoints(run.length(), -1);
    run.substring(0, last)
        .codePoints()
        .forEach(
            point ->
                steps
                    .append(steps.isEmpty() ? "" : " ")
                    .append(
                        Drawing.number(PaperFont.get().width(Character.toString(point), size))));
    String boundary =
        "%s %s %s %s"
            .formatted(
                Drawing.number(x),
                Drawing.number(text.y() - size * ASCENT),
                Drawing.number(width),
                Drawing.number(size * 1.2));
    out.append(
        "<ofd:TextObject ID=\"%d\" Boundary=\"%s\" Font=\"%d\" Size=\"%s\"><ofd:TextCode X=\"0\" Y=\"%s\"%s>%s</ofd:TextCode></ofd:TextObject>"
            .formatted(
                ++lastId,
                boundary,
                FONT,
                Drawing.number(size),
                Drawing.number(size * ASCENT),
                steps.isEmpty() ? "" : " DeltaX=\"" + steps + "\"",
                Xml.escaped(run)));
    return x + width;
  }

  private void area(Mark.Area area, StringBuilder out) {
    Mark.Ink ink = area.ink();
    out.append(
        "<ofd:PathObject ID=\"%d\" Boundary=\"%s\" Fill=\"true\" Stroke=\"false\" Rule=\"Even-Odd\"><ofd:FillColor Value=\"%d %d %d\"/>"
            .formatted(++lastId, BOX, ink.red, ink.green, ink.blue));
    out.append(element("AbbreviatedData", Drawing.commands(area.path(), WORDS, false)));
    out.append("</ofd:PathObject>");
  }

  private static String element(String name, String content) {
    return "<ofd:" + name + ">" + Xml.escaped(content) + "</ofd:" + name + ">";
  }
}
