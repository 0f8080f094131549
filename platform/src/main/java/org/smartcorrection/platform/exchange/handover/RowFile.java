package org.smartcorrection.platform.exchange.handover;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.shell.CsvFile;
import org.smartcorrection.platform.shell.XlsxFile;

/** A file that is written row by row while the caseload is read. */
interface RowFile extends AutoCloseable {
  void row(List<String> cells);

  @Override
  void close() throws IOException;

  /** In which form. */
  enum Kind {
    CSV,
    /** CSV in GB 18030 instead of UTF-8. */
    CSV_GB18030,
    XLSX,
    /** One JSON object a line, as data pipelines read it. */
    JSONL;

    /** How its characters are written, where that can be chosen; JSON and XLSX are UTF-8. */
    CsvFile.@Nullable Coding coding() {
      return switch (this) {
        case CSV -> CsvFile.Coding.UTF_8;
        case CSV_GB18030 -> CsvFile.Coding.GB18030;
        case XLSX, JSONL -> null;
      };
    }

    String ending() {
      return this == CSV_GB18030 ? "csv" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** Begins a download. */
  static RowFile of(Kind kind, HttpServletResponse response, String name, Format format)
      throws IOException {
    String file = name + "." + kind.ending();
    return switch (kind) {
      case CSV -> csv(CsvFile.of(response, file, format.header(), CsvFile.Coding.UTF_8));
      case CSV_GB18030 -> csv(CsvFile.of(response, file, format.header(), CsvFile.Coding.GB18030));
      case XLSX -> xlsx(XlsxFile.of(response, file), format);
      case JSONL -> lines(response, file, format);
    };
  }

  private static RowFile csv(CsvFile file) {
    return new RowFile() {
      @Override
      public void row(List<String> cells) {
        file.row(cells);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  private static RowFile xlsx(XlsxFile file, Format format) {
    XlsxFile.Sheet sheet = file.sheet(format.nameZh(), format.header());
    return new RowFile() {
      @Override
      public void row(List<String> cells) {
        sheet.row(cells);
      }

      @Override
      public void close() throws IOException {
        sheet.end();
        file.close();
      }
    };
  }

  private static RowFile lines(HttpServletResponse response, String name, Format format)
      throws IOException {
    response.setContentType("application/jsonl;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
    var out = response.getOutputStream();
    List<String> header = format.header();
    return new RowFile() {
      @Override
      public void row(List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) row.put(header.get(i), cells.get(i));
        try {
          out.write((Json.text(row) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
          throw new UncheckedIOException("a download ended early", e);
        }
      }

      @Override
      public void close() throws IOException {
        out.flush();
      }
    };
  }
}
