package org.smartcorrection.platform.exchange.table;

/** Addresses of cells as spreadsheets write them: column letters and row number, such as C7. */
public final class Addresses {
  private static final int LETTERS = 26;

  private Addresses() {}

  /** The address of a cell; {@code column} counts from 0, {@code row} from 1. */
  public static String of(int column, int row) {
    return column(column) + row;
  }

  /** The letters of a column, counted from 0: A, Z, AA. */
  public static String column(int column) {
    var letters = new StringBuilder();
    for (int left = column; left >= 0; left = left / LETTERS - 1)
      letters.insert(0, (char) ('A' + left % LETTERS));
    return letters.toString();
  }

  /** The column of an address, from 0; -1 when it has no letters. */
  static int columnOf(String address) {
    int column = 0;
    for (int i = 0; i < address.length(); i++) {
      int letter = address.charAt(i) - 'A';
      if (letter < 0 || letter >= LETTERS) break;
      column = column * LETTERS + letter + 1;
    }
    return column - 1;
  }

  /** The row of an address; 0 when it has no number. */
  static int rowOf(String address) {
    int row = 0;
    for (int i = 0; i < address.length(); i++) {
      int digit = address.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) row = row * 10 + digit;
    }
    return row;
  }
}
