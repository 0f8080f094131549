package org.smartcorrection.platform.exchange.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.smartcorrection.platform.kernel.Refused;

/**
 * An XLSX workbook (ECMA-376): the first sheet, row by row. The parts of the archive come in any
 * order, so it is gone through twice: for the words and formats, then for the rows. Every byte that
 * is unpacked counts, whatever the archive says of its sizes.
 */
final class Workbook {
  private static final String WORDS = "xl/sharedStrings.xml";
  private static final String FORMATS = "xl/styles.xml";
  private static final String SHEETS = "xl/worksheets/";

  private final byte[] content;
  private final Limits limits;
  private long unpacked;

  Workbook(byte[] content, Limits limits) {
    this.content = content;
    this.limits = limits;
  }

  void read(Consumer<TableRow> rows) {
    List<String> words = new ArrayList<>();
    Set<Integer> dates = new HashSet<>();
    var book = new Book();
    each(
        (name, part) -> {
          switch (name) {
            case WORDS -> Words.read(part, limits, words);
            case FORMATS -> dates.addAll(Formats.dates(part));
            case "xl/workbook.xml" -> book.read(part);
            case "xl/_rels/workbook.xml.rels" -> book.readPaths(part);
            case String _ -> book.seen(name);
          }
        });
    String first = book.firstSheet();
    var sheet = new Sheet(words, dates, book.from1904(), limits, rows);
    each(
        (name, part) -> {
          if (name.equals(first)) sheet.read(part);
        });
    sheet.close();
  }

  /** What to do with one part. */
  private interface Part {
    void read(String name, InputStream part) throws XMLStreamException;
  }

  private void each(Part reading) {
    try (var archive = ZipFile.builder().setByteArray(content).get()) {
      for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
        // spreadsheets pack in no other way
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED)
          throw new Refused("exchange.file.broken");
        try (var part = new Counted(archive.getInputStream(entry))) {
          reading.read(entry.getName().replaceFirst("^/", ""), part);
          part.rest();
        }
      }
    } catch (Refused refused) {
      throw refused;
    } catch (XMLStreamException | IOException | RuntimeException e) {
      // the archive's and the XML's readers throw many kinds at what nobody would write
      if (e.getCause() instanceof TooMuch || e instanceof TooMuch)
        throw new Refused("exchange.file.unpacks", limits.unpacked() >> 20);
      throw new Refused("exchange.file.broken");
    }
  }

  static boolean isSheet(String name) {
    return name.startsWith(SHEETS) && name.endsWith(".xml");
  }

  /** More was unpacked than is read. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Counts what is unpacked. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream part) {
      super(part);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) count(1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int read = super.read(into, from, most);
      if (read > 0) count(read);
      return read;
    }

    private void count(int more) throws TooMuch {
      unpacked += more;
      if (unpacked > limits.unpacked()) throw new TooMuch();
    }

    private void rest() throws IOException {
      byte[] buffer = new byte[8192];
      while (read(buffer, 0, buffer.length) >= 0) {}
    }

    /** The parser closes what it has read to the end; what is left is still to be counted. */
    @Override
    public void close() {}
  }
}
