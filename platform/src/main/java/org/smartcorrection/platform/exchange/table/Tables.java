package org.smartcorrection.platform.exchange.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.smartcorrection.platform.kernel.Refused;

/**
 * Reads a table, one row at a time. What a file is its first bytes say, and its name has to say the
 * same.
 */
public final class Tables {
  private static final String ZIP = "PK\u0003\u0004";

  /** The old binary workbook, and also a workbook that is locked by a password. */
  private static final String COMPOUND = "\u00d0\u00cf\u0011\u00e0";

  private Tables() {}

  /**
   * Hands on every row that is not blank.
   *
   * @throws Refused when the file is no table, is too large, or has merged cells among its rows
   */
  public static void read(String name, byte[] content, Limits limits, Consumer<TableRow> rows) {
    if (content.length == 0) throw new Refused("exchange.file.empty");
    boolean workbook = starts(content, ZIP);
    if (starts(content, COMPOUND)) throw new Refused("exchange.file.old-workbook");
    String ending = ending(name);
    switch (ending) {
      case "xlsx" -> {
        if (!workbook) throw new Refused("exchange.file.lies", "." + ending);
      }
      case "csv", "txt", "tsv" -> {
        if (workbook) throw new Refused("exchange.file.lies", "." + ending);
      }
      case String _ -> throw new Refused("exchange.file.kind");
    }
    if (workbook) new Workbook(content, limits).read(rows);
    else new Csv(Encodings.text(content), limits).read(rows);
  }

  private static boolean starts(byte[] content, String with) {
    byte[] first = with.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < first.length; i++)
      if (i >= content.length || content[i] != first[i]) return false;
    return true;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
