package org.smartcorrection.platform.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/** PDFs as others make them, good ones and such as nobody would. */
public final class Pdfs {
  private Pdfs() {}

  /** One page for each text; an empty one is a page on which nothing is written. */
  public static byte[] of(List<String> pages) {
    return saved(pages, null);
  }

  static byte[] locked(String password) {
    return saved(List.of("a secret"), password);
  }

  private static byte[] saved(List<String> pages, @Nullable String password) {
    var out = new ByteArrayOutputStream();
    try (var pdf = new PDDocument()) {
      for (String text : pages) {
        var page = new PDPage();
        pdf.addPage(page);
        if (text.isEmpty()) continue;
        try (var content = new PDPageContentStream(pdf, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.newLineAtOffset(72, 700);
          content.showText(text);
          content.endText();
        }
      }
      if (password != null)
        pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      pdf.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * A page of so many spaces, a thousandth as long as a file; what comes out of the first filter
   * goes through a second, so that a reader holds all of it.
   */
  static byte[] bomb(int megabytes) {
    var packed = new ByteArrayOutputStream();
    byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (var deflating = new DeflaterOutputStream(packed)) {
      for (int i = 0; i < megabytes; i++) deflating.write(spaces);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String stream = packed.toString(StandardCharsets.ISO_8859_1);
    String pdf =
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
            + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
            + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>\nendobj\n"
            + "4 0 obj\n<</Filter[/FlateDecode/ASCIIHexDecode]/Length "
            + stream.length()
            + ">>\nstream\n"
            + stream
            + "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n";
    return pdf.getBytes(StandardCharsets.ISO_8859_1);
  }
}
