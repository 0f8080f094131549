package org.smartcorrection.platform.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.smartcorrection.procedure.LegalCalendar;

/**
 * One turn of duty: the day or the night of a legal day. A night belongs to the day on which it
 * begins, and lasts until the next day's turn begins.
 */
public record Shift(LocalDate day, Half half) {

  /** Which turn of the day. */
  public enum Half {
    DAY,
    NIGHT
  }

  /**
   * When the turns of a day begin (rule H15), in hours of the legal day.
   *
   * @param nightFrom later than {@code dayFrom}
   */
  public record Hours(int dayFrom, int nightFrom) {}

  /**
   * The turn in which an instant lies.
   *
   * @param hours of each legal day: an agency may change them
   */
  public static Shift at(Instant now, Function<LocalDate, Hours> hours) {
    LocalDate today = LegalCalendar.legalDay(now);
    var night = new Shift(today, Half.NIGHT);
    if (!now.isBefore(night.begins(hours))) return night;
    Shift day = night.before();
    return now.isBefore(day.begins(hours)) ? day.before() : day;
  }

  public Instant begins(Function<LocalDate, Hours> hours) {
    Hours today = hours.apply(day);
    return LegalCalendar.startOf(day)
        .plus(
            Duration.ofHours(
                switch (half) {
                  case DAY -> today.dayFrom();
                  case NIGHT -> today.nightFrom();
                }));
  }

  public Instant ends(Function<LocalDate, Hours> hours) {
    return next().begins(hours);
  }

  public Shift next() {
    return switch (half) {
      case DAY -> new Shift(day, Half.NIGHT);
      case NIGHT -> new Shift(day.plusDays(1), Half.DAY);
    };
  }

  public Shift before() {
    return switch (half) {
      case DAY -> new Shift(day.minusDays(1), Half.NIGHT);
      case NIGHT -> new Shift(day, Half.DAY);
    };
  }

  /** Its name in forms and in what the ledger fixes, such as {@code 2026-11-27-NIGHT}. */
  public String key() {
    return day + "-" + half.name();
  }
}
