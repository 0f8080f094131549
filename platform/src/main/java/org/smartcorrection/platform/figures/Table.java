package org.smartcorrection.platform.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Cited;

/**
 * One table of a report.
 *
 * @param id in addresses and in the file
 * @param note what a reader has to know to read it right, or {@code null}
 * @param first the head of the column of labels
 * @param bar the column whose figures are drawn as bars too; -1 for none
 */
record Table(
    String id,
    Text title,
    @Nullable Text note,
    Text first,
    List<Text> columns,
    List<Row> rows,
    int bar) {
  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param more in small letters below the label, or {@code null}
   * @param rests the articles it rests on
   */
  record Row(Text label, @Nullable Text more, List<Cited> rests, List<Cell> cells) {
    Row {
      rests = List.copyOf(rests);
      cells = List.copyOf(cells);
    }

    static Row of(Text label, List<Cell> cells) {
      return new Row(label, null, List.of(), cells);
    }
  }

  /**
   * One figure.
   *
   * @param href the cases behind it
   */
  record Cell(int value, String href) {}

  /** Whether every figure is nought. */
  public boolean nothing() {
    return rows.stream().flatMap(row -> row.cells().stream()).allMatch(cell -> cell.value() == 0);
  }

  /** How long a row's bar is, 0 to 1. */
  public double share(Row row) {
    int most = rows.stream().mapToInt(one -> one.cells().get(bar).value()).max().orElse(0);
    return most == 0 ? 0 : (double) row.cells().get(bar).value() / most;
  }
}
