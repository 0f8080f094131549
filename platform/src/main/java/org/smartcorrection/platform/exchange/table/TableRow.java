package org.smartcorrection.platform.exchange.table;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number as the spreadsheet counts it, from 1; of a CSV file, the record
 * @param cells from column A on; what is empty is an empty string
 */
public record TableRow(int number, List<String> cells) {
  public TableRow {
    cells = List.copyOf(cells);
  }

  /** What stands in a column, counted from 0; empty beyond the last cell. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** Whether nothing stands in it. */
  public boolean blank() {
    return cells.stream().allMatch(String::isBlank);
  }

  @Override
  public String toString() {
    return "TableRow[" + number + ", withheld]";
  }
}
