package org.smartcorrection.platform.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summary;

/**
 * One of the actor's people.
 *
 * @param next what falls due next, or {@code null}
 */
record PersonRow(Who who, Summary summary, @Nullable DueRow next, LocalDate today) {

  /** The part of the term that lies behind, 0 to 1. */
  public double served() {
    if (summary.termFrom() == null || summary.termUntil() == null) return 0;
    double all = ChronoUnit.DAYS.between(summary.termFrom(), summary.termUntil()) + 1.0;
    return Math.clamp(ChronoUnit.DAYS.between(summary.termFrom(), today) / all, 0, 1);
  }

  public String levelKind() {
    return levelKind(summary.level());
  }

  static String levelKind(Summary.Level level) {
    return switch (level) {
      case STRICT -> "amber";
      case RELAXED -> "good";
      case ORDINARY, UNDECIDED -> "";
    };
  }
}
