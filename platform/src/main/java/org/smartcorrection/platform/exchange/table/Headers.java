package org.smartcorrection.platform.exchange.table;

import java.util.List;

/** Finds the row that names the columns: a title or a remark may stand above it. */
public final class Headers {
  /** In so many rows from the top. */
  public static final int SEARCHED = 15;

  private Headers() {}

  /** The number of the header row: the one with the most known names; 0 when no row knows two. */
  public static int rowOf(List<TableRow> first) {
    int best = 0;
    long most = 1;
    for (TableRow row : first) {
      long known = row.cells().stream().flatMap(cell -> Field.of(cell).stream()).distinct().count();
      if (known <= most) continue;
      most = known;
      best = row.number();
    }
    return best;
  }
}
