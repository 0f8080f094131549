package org.smartcorrection.platform.lab;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.platform.shell.Text;

/**
 * Shares as a drawing: a dot for each and a line over the interval in which the true one lies. The
 * table beside it says the same. Lengths are of the drawing, 720 wide.
 */
record Whiskers(List<Row> rows) {
  private static final int LEFT = 270;
  private static final int WIDTH = 430;
  private static final int STEP = 26;
  private static final int TOP = 30;

  Whiskers {
    rows = List.copyOf(rows);
  }

  /** One share, with its place. */
  record Row(Text label, boolean few, int y, int low, int dot, int high) {
    public int base() {
      return y + 4;
    }
  }

  /** A share with what it is of. */
  record Of(Text label, Share share) {}

  static Whiskers of(List<Of> shares) {
    var rows = new ArrayList<Row>();
    for (Of one : shares) {
      Share share = one.share();
      rows.add(
          new Row(
              one.label(),
              share.few(),
              TOP + STEP * rows.size(),
              x(share.low()),
              x(share.value()),
              x(share.high())));
    }
    return new Whiskers(rows);
  }

  private static int x(double share) {
    return LEFT + Math.toIntExact(Math.round(share * WIDTH));
  }

  public int height() {
    return TOP + STEP * rows.size() + 8;
  }

  public int ground() {
    return height() - 18;
  }

  /** Where 0, 25, 50, 75 and 100 % stand. */
  public List<Tick> ticks() {
    return List.of(tick(0), tick(25), tick(50), tick(75), tick(100));
  }

  private static Tick tick(int percent) {
    return new Tick(x(percent / 100.0), percent / 100.0);
  }

  /** A line of the scale. */
  record Tick(int x, double share) {}
}
