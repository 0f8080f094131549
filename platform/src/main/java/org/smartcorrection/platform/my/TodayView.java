package org.smartcorrection.platform.my;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Cited;

/**
 * What the first page says.
 *
 * @param report the report that is owed; {@code null} when none is
 * @param level how closely the person is supervised; {@code null} until it is decided
 * @param ground why a device may tell where the person is; {@code null} unless one does
 */
record TodayView(
    Text greeting,
    LocalDate day,
    @Nullable Report report,
    List<LeaveView> leaves,
    @Nullable Term term,
    @Nullable Level level,
    @Nullable Ground ground,
    List<LookView> looks) {

  /**
   * A report that is owed.
   *
   * @param today whether this is its last day
   * @param missed whether its last day has passed
   */
  record Report(LocalDate day, boolean today, boolean missed, List<Line> why) {}

  /**
   * The term.
   *
   * @param share of it that is over, from 0 to 1
   */
  record Term(LocalDate from, LocalDate until, double share) {
    static Term of(LocalDate from, LocalDate until, LocalDate today) {
      double all = from.until(until, ChronoUnit.DAYS) + 1.0;
      double over = from.until(today, ChronoUnit.DAYS);
      return new Term(from, until, Math.clamp(over / all, 0, 1));
    }
  }

  /**
   * The level in force (L14A).
   *
   * @param level one of {@code Summary.Level}
   * @param reason what the decision says; {@code null} where the level came with the first plan
   * @param articles where it is written
   */
  record Level(String level, @Nullable String reason, List<Cited> articles) {}

  /**
   * A ground of Article 29 in force.
   *
   * @param ground a value of the choice {@code ground}
   * @param until the last day; the device stops by itself then
   * @param charge whether its battery is low
   */
  record Ground(String ground, LocalDate until, List<Line> why, boolean charge) {}
}
