package org.smartcorrection.platform.lab;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.platform.shell.Text;

/**
 * What is lost, kept and gained of each kind, as one bar each. The table beside it says the same.
 * Lengths are of the drawing, 720 wide.
 */
record Bars(List<Row> rows) {
  private static final int LEFT = 270;
  private static final int WIDTH = 410;
  private static final int STEP = 28;
  private static final int TOP = 10;

  Bars {
    rows = List.copyOf(rows);
  }

  /** One kind, with the places of its parts. */
  record Row(Text label, int y, int lost, int kept, int gained, int total) {
    public int x() {
      return LEFT;
    }

    public int keptX() {
      return LEFT + lost;
    }

    public int gainedX() {
      return LEFT + lost + kept;
    }

    public int end() {
      return gainedX() + gained + 6;
    }

    public int base() {
      return y + 13;
    }
  }

  static Bars of(List<TrialReport.Row> kinds) {
    int most = 1;
    for (TrialReport.Row one : kinds) most = Math.max(most, sum(one));
    var rows = new ArrayList<Row>();
    for (TrialReport.Row one : kinds)
      rows.add(
          new Row(
              one.label(),
              TOP + STEP * rows.size(),
              width(one.tally().lost(), most),
              width(one.tally().kept(), most),
              width(one.tally().gained(), most),
              sum(one)));
    return new Bars(rows);
  }

  private static int sum(TrialReport.Row row) {
    return row.tally().lost() + row.tally().kept() + row.tally().gained();
  }

  private static int width(int count, int most) {
    return Math.round((float) WIDTH * count / most);
  }

  public int height() {
    return TOP + STEP * rows.size() + 4;
  }
}
