package org.smartcorrection.platform.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The last twelve months of a report, as columns that a page draws and as the table that says the
 * same. Lengths are of the drawing, 720 by 200.
 */
record Months(List<Month> months) {
  static final int COUNT = 12;
  private static final int LEFT = 8;
  private static final int STEP = 59;
  private static final int WIDTH = 20;
  private static final int GROUND = 160;
  private static final int HEIGHT = 120;

  Months {
    months = List.copyOf(months);
  }

  /** The days of the twelve months that end with a period. */
  static Period around(Period period) {
    YearMonth last = YearMonth.from(period.last());
    return new Period(Period.DAYS, last.minusMonths(COUNT - 1).atDay(1), period.last());
  }

  /**
   * Puts the counts together.
   *
   * @param before how many there were before the first of the months
   */
  static Months of(
      Period around, int before, Map<LocalDate, Integer> came, Map<LocalDate, Integer> went) {
    int most = 1;
    for (Map<LocalDate, Integer> one : List.of(came, went))
      for (int count : one.values()) most = Math.max(most, count);
    var months = new ArrayList<Month>();
    int there = before;
    for (int i = 0; i < COUNT; i++) {
      LocalDate first = around.first().plusMonths(i);
      int in = came.getOrDefault(first, 0);
      int out = went.getOrDefault(first, 0);
      there += in - out;
      int x = LEFT + i * STEP;
      months.add(
          new Month(first, there, bar(x, in, most), bar(x + WIDTH + 2, out, most), x + WIDTH + 1));
    }
    return new Months(months);
  }

  private static Bar bar(int x, int count, int most) {
    int height = Math.round((float) HEIGHT * count / most);
    return new Bar(count, x, GROUND - height, height);
  }

  /**
   * One month.
   *
   * @param there how many there were at its end
   * @param middle of its columns
   */
  record Month(LocalDate first, int there, Bar came, Bar went, int middle) {}

  /** One column, with its place. */
  record Bar(int count, int x, int y, int height) {
    public int width() {
      return WIDTH;
    }

    public int middle() {
      return x + WIDTH / 2;
    }

    public int above() {
      return y - 5;
    }
  }
}
