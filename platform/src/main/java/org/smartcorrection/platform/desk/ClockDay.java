package org.smartcorrection.platform.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Ribbon;
import org.smartcorrection.platform.shell.Text;

/**
 * A legal day of the statute clock with all that ends on it.
 *
 * @param sameYear whether it lies in this year
 * @param kind how the calendar takes it
 * @param note the same in words
 * @param distance how far it is from today
 */
record ClockDay(
    LocalDate day, boolean sameYear, Ribbon.Kind kind, Text note, Text distance, List<Row> rows) {
  ClockDay {
    rows = List.copyOf(rows);
  }

  /** The class name of the look. */
  public String css() {
    return switch (kind) {
      case WORKING -> "";
      case MAKE_UP -> "makeup";
      case HOLIDAY, WEEKEND -> "off";
    };
  }

  /**
   * One deadline.
   *
   * @param office the office that the case is entrusted to; {@code null} where it is not
   * @param hour when on that day it ends; {@code null} for the day's own end
   * @param steps the acts that meet it and that the reader may do now, none before another
   * @param told to whom it was told as overdue, and when
   */
  record Row(
      DueRow row,
      @Nullable String office,
      @Nullable Instant hour,
      List<Step> steps,
      List<Text> told) {
    Row {
      steps = List.copyOf(steps);
      told = List.copyOf(told);
    }
  }

  /** A way to the form of an act. */
  record Step(String act, String href) {}
}
