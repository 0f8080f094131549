package org.smartcorrection.platform.figures;

import java.util.List;
import org.smartcorrection.platform.figures.Table.Cell;

/**
 * A whole report.
 *
 * @param columns people at the beginning, who came, who went, and who is there, as {@link Column}
 *     orders them
 */
record Report(List<Cell> columns, Months months, List<Table> tables) {
  Report {
    columns = List.copyOf(columns);
    tables = List.copyOf(tables);
  }
}
