package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV file, written row by row as it is read from the database. */
public final class CsvFile implements AutoCloseable {
  private final CSVPrinter printer;

  private CsvFile(CSVPrinter printer) {
    this.printer = printer;
  }

  /** How characters are written. Each can write all that there are. */
  public enum Coding {
    /** With a byte order mark, without which spreadsheets read Chinese as something else. */
    UTF_8(StandardCharsets.UTF_8, "\uFEFF"),
    /** GB 18030, which the systems of many authorities read alone. It has no mark. */
    GB18030(Charset.forName("GB18030"), "");

    private final transient Charset charset;
    private final String mark;

    Coding(Charset charset, String mark) {
      this.charset = charset;
      this.mark = mark;
    }
  }

  /** Begins a download. */
  public static CsvFile of(
      HttpServletResponse response, String name, List<String> header, Coding coding)
      throws IOException {
    response.setContentType("text/csv;charset=" + coding.charset.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
    var out = new OutputStreamWriter(response.getOutputStream(), coding.charset);
    out.write(coding.mark);
    var file = new CsvFile(new CSVPrinter(out, CSVFormat.EXCEL));
    file.row(header);
    return file;
  }

  public void row(List<String> cells) {
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException("a download ended early", e);
    }
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
