package org.smartcorrection.platform.exchange.table;

/**
 * How much of a table is read: what goes beyond is refused and never cut off in silence.
 *
 * @param rows with something in them
 * @param columns of a row
 * @param characters of a cell
 * @param unpacked bytes of a workbook, so that a small file cannot become an endless one
 */
public record Limits(int rows, int columns, int characters, long unpacked) {
  /** What a county's caseload never comes near. */
  public static final Limits USUAL = new Limits(100_000, 200, 4_000, 256L << 20);
}
