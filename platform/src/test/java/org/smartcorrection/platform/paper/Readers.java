package org.smartcorrection.platform.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

/** Other people's programs, for reading what we write. */
public final class Readers {
  private Readers() {}

  /** The text of a PDF, as copying all of it out gives it. */
  public static String pdf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** The text of an OFD. */
  public static String ofd(byte[] ofd) throws IOException {
    Path file = Files.createTempFile("paper", ".ofd");
    try (var reader = new OFDReader(Files.write(file, ofd))) {
      return String.join("", new ContentExtractor(reader).extractAll());
    } finally {
      Files.delete(file);
    }
  }

  /**
   * What the QR code on the last page of a PDF says, read from pictures of the page. As a hand with
   * a phone comes nearer, the pictures get finer: this reader guesses the number of modules from
   * their width, and in one picture of a large code it may be off by four.
   */
  public static String code(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var renderer = new PDFRenderer(document);
      int page = document.getNumberOfPages() - 1;
      for (int dpi : new int[] {400, 500, 600, 660}) {
        BufferedImage whole = renderer.renderImageWithDPI(page, dpi, ImageType.GRAY);
        // the code stands at the left
        int width = whole.getWidth() * 5 / 8;
        int[] pixels = whole.getRGB(0, 0, width, whole.getHeight(), null, 0, width);
        var source = new RGBLuminanceSource(width, whole.getHeight(), pixels);
        try {
          return new QRCodeReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(source)),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText();
        } catch (ReaderException _) {
          // nearer
        }
      }
    }
    throw new AssertionError("no QR code on the last page can be read");
  }

  /** Text without white space: where lines break is the page's affair. */
  public static String letters(String text) {
    return text.replaceAll("[\\s\\u3000]+", "");
  }

  static int pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(new ByteArrayInputStream(pdf).readAllBytes())) {
      return document.getNumberOfPages();
    }
  }
}
