package org.smartcorrection.acceptance.bench;

import java.util.List;

/** Measures one row of a table of bars; a row with two numbers gives two figures. */
interface Row {
  /** The number of the row, as {@code main.2}. */
  String id();

  List<Figure> measure() throws Exception;
}
