package org.smartcorrection.platform.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Writes a print as PDF 1.7: tagged, in the paper's language, its font inside. Nothing in the file
 * depends on when or where it is written.
 */
final class PdfWriter {
  private static final double POINTS = 72 / 25.4;
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String[] WORDS = {"m", "l", "", "c", "h"};

  private final Print print;
  private final Laid laid;

  PdfWriter(Print print, Laid laid) {
    this.print = print;
    this.laid = laid;
  }

  byte[] bytes() {
    try (var document = new PDDocument()) {
      PDFont font = PDType0Font.load(document, new ByteArrayInputStream(laid.font()), false);
      var resources = new PDResources();
      resources.put(COSName.getPDFName("F"), font);
      var structure = new PdfStructure(document);
      for (Page page : laid.pages()) {
        var sheet = new PDPage(PDRectangle.A4);
        sheet.setResources(resources);
        document.addPage(sheet);
        structure.begin(sheet);
        byte[] content = content(page, structure).getBytes(StandardCharsets.US_ASCII);
        sheet.setContents(
            new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE));
      }
      structure.end();
      describe(document);
      var out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a PDF in memory", e);
    }
  }

  private void describe(PDDocument document) throws IOException {
    Paper paper = print.paper();
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage(paper.language());
    var preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    var information = new PDDocumentInformation();
    information.setTitle(title());
    information.setAuthor(paper.agency());
    information.setProducer("Smart Correction");
    information.setCreationDate(GregorianCalendar.from(print.at().atZone(SHANGHAI)));
    document.setDocumentInformation(information);
    var metadata = new PDMetadata(document, new ByteArrayInputStream(xmp()));
    catalog.setMetadata(metadata);
    document.setDocumentId(ByteBuffer.wrap(sha256(paper.bytes())).getLong());
  }

  private String title() {
    return (print.paper().title() + " " + print.paper().number()).strip();
  }

  private byte[] xmp() {
    String text =
        "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta"
            + " xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
            + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
            + " rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title><rdf:Alt>"
            + "<rdf:li xml:lang=\"x-default\">"
            + Xml.escaped(title())
            + "</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>"
            + Xml.escaped(print.paper().language())
            + "</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket"
            + " end=\"r\"?>";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private String content(Page page, PdfStructure structure) {
    var out = new StringBuilder();
    for (Mark mark : page.marks()) {
      switch (mark) {
        case Mark.Text text -> {
          out.append(structure.opening(text.element()));
          text(text, out);
        }
        case Mark.Area area -> {
          Element element = area.element();
          out.append(element == null ? "/Artifact BMC\n" : structure.opening(element));
          area(area, out);
        }
      }
      out.append("EMC\n");
    }
    return out.toString();
  }

  private void text(Mark.Text text, StringBuilder out) {
    out.append("0 g BT /F ").append(points(text.size())).append(" Tf 1 0 0 1 ");
    out.append(points(text.x())).append(' ').append(points(Page.HEIGHT - text.y()));
    out.append(" Tm <");
    text.text().codePoints().forEach(point -> out.append("%04X".formatted(laid.glyph(point))));
    out.append("> Tj ET\n");
  }

  private static void area(Mark.Area area, StringBuilder out) {
    Mark.Ink ink = area.ink();
    out.append("%s %s %s rg\n".formatted(colour(ink.red), colour(ink.green), colour(ink.blue)));
    // y grows upwards in PDF
    var upright = new AffineTransform(POINTS, 0, 0, -POINTS, 0, POINTS * Page.HEIGHT);
    var path = new Path2D.Double(area.path(), upright);
    out.append(Drawing.commands(Curves.cubic(path), WORDS, true)).append(" f*\n");
  }

  private static String colour(int value) {
    return Drawing.number(value / 255.0);
  }

  private static String points(double millimetres) {
    return Drawing.number(millimetres * POINTS);
  }
}
