package org.smartcorrection.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** The text and the pages of a PDF (ISO 32000). What runs in one is never run. */
final class PdfText {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private PdfText() {}

  /**
   * Reads one. Its bounds of time and memory are those of the process: PDFBox unpacks what a file
   * says.
   *
   * @throws IOException and other faults when it is none that can be read
   */
  static PlainText of(byte[] content) throws IOException {
    FontMappers.set(OneFont.INSTANCE);
    try (PDDocument pdf = Loader.loadPDF(content)) {
      int pages = 0;
      // what the file says of its number is not believed
      for (PDPage _ : pdf.getPages())
        if (++pages > PlainText.MOST_PAGES) return PlainText.without(Reading.State.TOO_MUCH, null);
      if (pages == 0) return PlainText.without(Reading.State.BROKEN, null);
      var out = new Bounded();
      try {
        new PDFTextStripper().writeText(pdf, out);
      } catch (Full _) {
        return PlainText.of(pages, out.text, true);
      }
      return PlainText.of(pages, out.text, false);
    } catch (InvalidPasswordException _) {
      return PlainText.without(Reading.State.LOCKED, null);
    }
  }

  /** The text is as long as is kept of one. */
  private static final class Full extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Bounded extends Writer {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] characters, int from, int count) throws IOException {
      int room = PlainText.MOST_CHARACTERS - text.length();
      text.append(characters, from, Math.min(count, room));
      if (count > room) throw new Full();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /**
   * One font in the place of all that a file does not bring along: nothing is drawn, and the fonts
   * of the machine are nobody's business.
   */
  private static final class OneFont implements FontMapper {
    private static final OneFont INSTANCE = new OneFont();

    private @Nullable TrueTypeFont read;

    private synchronized TrueTypeFont font() {
      if (read == null)
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
          read =
              new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in, FONT)));
        } catch (IOException e) {
          throw new UncheckedIOException("the font of the library", e);
        }
      return Objects.requireNonNull(read);
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(
        @Nullable String name, @Nullable PDFontDescriptor wanted) {
      return new FontMapping<>(font(), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(
        @Nullable String name, @Nullable PDFontDescriptor wanted) {
      return new FontMapping<>(font(), true);
    }

    @Override
    @SuppressWarnings("NullAway") // the library takes null where there is no OpenType font
    public CIDFontMapping getCIDFont(
        @Nullable String name, @Nullable PDFontDescriptor wanted, @Nullable PDCIDSystemInfo set) {
      return new CIDFontMapping(null, font(), true);
    }
  }
}
