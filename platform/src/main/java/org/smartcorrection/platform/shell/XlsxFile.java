package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook for download, written sheet by sheet; nothing of it lies on the disk. */
public final class XlsxFile implements AutoCloseable {
  private static final String APPLICATION = "Smart Correction";
  private static final String VERSION = "1.0";
  private static final int LONGEST_NAME = 31;

  private final Workbook book;

  private XlsxFile(Workbook book) {
    this.book = book;
  }

  /** Begins a download. */
  public static XlsxFile of(HttpServletResponse response, String name) throws IOException {
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
    return new XlsxFile(new Workbook(response.getOutputStream(), APPLICATION, VERSION));
  }

  /** Begins the next sheet, with its head. A name is cut to what spreadsheets can read. */
  public Sheet sheet(String name, List<String> header) {
    String plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
    Worksheet sheet =
        book.newWorksheet(plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain);
    var opened = new Sheet(sheet);
    opened.row(header);
    sheet.range(0, 0, 0, Math.max(0, header.size() - 1)).style().bold().set();
    return opened;
  }

  @Override
  public void close() throws IOException {
    book.close();
  }

  /** One sheet, filled from the top. */
  public static final class Sheet {
    private final Worksheet sheet;
    private int at;

    private Sheet(Worksheet sheet) {
      this.sheet = sheet;
    }

    /** The next row; numbers stay numbers, everything else is text and never a formula. */
    public void row(List<?> cells) {
      for (int column = 0; column < cells.size(); column++) {
        Object cell = cells.get(column);
        if (cell instanceof Number number) sheet.value(at, column, number);
        else sheet.value(at, column, String.valueOf(cell));
      }
      at++;
    }

    /** Nothing more comes; what was written leaves the memory. */
    public void end() throws IOException {
      sheet.finish();
    }
  }
}
