package org.smartcorrection.platform.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.exchange.table.Headers;
import org.smartcorrection.platform.exchange.table.Limits;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.platform.exchange.table.Tables;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.web.multipart.MultipartFile;

/**
 * A table that somebody handed in, read into memory.
 *
 * @param header the row that names the columns
 * @param rows below it
 */
public record Handed(String name, TableRow header, List<TableRow> rows) {
  public Handed {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file of a form.
   *
   * @throws Refused when there is none, it is no table, or no row names its columns
   */
  public static Handed read(@Nullable MultipartFile file) {
    if (file == null || file.isEmpty()) throw new Refused("exchange.file.missing");
    String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    try {
      return read(name, file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("an upload cannot be read", e);
    }
  }

  /** The same, from its bytes. */
  public static Handed read(String name, byte[] content) {
    var all = new ArrayList<TableRow>();
    Tables.read(name, content, Limits.USUAL, all::add);
    if (all.isEmpty()) throw new Refused("exchange.file.empty");
    int header = Headers.rowOf(all.subList(0, Math.min(all.size(), Headers.SEARCHED)));
    // where no name is known, the first row is the header: its columns can still be mapped by hand
    int number = header == 0 ? all.getFirst().number() : header;
    TableRow names = all.stream().filter(row -> row.number() == number).findFirst().orElseThrow();
    List<TableRow> rows = all.stream().filter(row -> row.number() > number).toList();
    if (rows.isEmpty()) throw new Refused("exchange.file.no-rows");
    return new Handed(name, names, rows);
  }

  @Override
  public String toString() {
    return "Handed[" + rows.size() + " rows]";
  }
}
