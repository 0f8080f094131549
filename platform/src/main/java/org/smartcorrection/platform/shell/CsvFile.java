package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV file for a spreadsheet, written row by row as it is read from the database: with a byte
 * order mark, without which spreadsheets read Chinese as something else.
 */
public final class CsvFile implements AutoCloseable {
  private final CSVPrinter printer;

  private CsvFile(CSVPrinter printer) {
    this.printer = printer;
  }

  /** Begins a download. */
  public static CsvFile of(HttpServletResponse response, String name, List<String> header)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
    var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    out.write('\uFEFF');
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
