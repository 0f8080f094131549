package org.smartcorrection.location.supervision;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Validity;

/**
 * At which hours a zone holds, in legal time (Shanghai, without daylight saving since 1992).
 *
 * @param windows of the week; none means always
 * @param onHolidays what public holidays change
 * @param holidays as the State Council publishes them
 * @param suspended stretches in which it does not hold, such as a leave that was granted
 */
public record Schedule(
    List<Window> windows,
    OnHolidays onHolidays,
    Set<LocalDate> holidays,
    List<Validity> suspended) {
  private static final Schedule ALWAYS =
      new Schedule(List.of(), OnHolidays.AS_USUAL, Set.of(), List.of());
  private static final long LEGAL_SECONDS_AHEAD = 8 * 3_600;
  private static final long DAY_SECONDS = 86_400;
  private static final int THURSDAY = 3; // 1 January 1970, counted from Monday as 0

  /** Copies the lists. */
  public Schedule {
    windows = List.copyOf(windows);
    holidays = Set.copyOf(holidays);
    suspended = List.copyOf(suspended);
  }

  /** Day and night. */
  public static Schedule always() {
    return ALWAYS;
  }

  /** Weekly at the same hours, on holidays as well. */
  public static Schedule weekly(Window... windows) {
    return new Schedule(List.of(windows), OnHolidays.AS_USUAL, Set.of(), List.of());
  }

  /** The same, but not on these holidays. */
  public Schedule exceptOn(Set<LocalDate> days) {
    return new Schedule(windows, OnHolidays.NOT, days, suspended);
  }

  /** The same, but not for a time. */
  public Schedule suspended(Validity during) {
    var more = new ArrayList<>(suspended);
    more.add(during);
    return new Schedule(windows, onHolidays, holidays, more);
  }

  /** Whether it holds. */
  public boolean holdsAt(Instant at) {
    return isIn(at) && (windows.isEmpty() || openAt(at) != null);
  }

  /**
   * The window in which an instant lies, whole; for {@link #always}, the whole legal day.
   *
   * @return empty if it does not hold then
   */
  public Optional<Validity> windowAt(Instant at) {
    if (!isIn(at)) return Optional.empty();
    long day = legalDay(at);
    if (windows.isEmpty()) return Optional.of(window(day, 0, DAY_SECONDS));
    return Optional.ofNullable(openAt(at))
        .map(window -> window(day, window.fromSecond(), window.untilSecond()));
  }

  /** When the window opened in which an instant lies; null if it does not hold then. */
  @Nullable Instant openedBefore(Instant at) {
    if (!isIn(at)) return null;
    if (windows.isEmpty()) return startOf(legalDay(at), 0);
    Window open = openAt(at);
    return open == null ? null : startOf(legalDay(at), open.fromSecond());
  }

  /** Whether neither a pause nor a holiday stands against it. */
  private boolean isIn(Instant at) {
    for (Validity pause : suspended) if (pause.holdsAt(at)) return false;
    return onHolidays == OnHolidays.AS_USUAL
        || holidays.contains(LocalDate.ofEpochDay(legalDay(at))) == (onHolidays == OnHolidays.ONLY);
  }

  private @Nullable Window openAt(Instant at) {
    long second = secondOfDay(at);
    int weekday = Math.floorMod(legalDay(at) + THURSDAY, 7);
    for (Window window : windows) {
      if (window.day().getValue() - 1 == weekday
          && second >= window.fromSecond()
          && second < window.untilSecond()) return window;
    }
    return null;
  }

  private static long legalDay(Instant at) {
    return Math.floorDiv(at.getEpochSecond() + LEGAL_SECONDS_AHEAD, DAY_SECONDS);
  }

  /**
   * Whether the window in which one instant lies goes on until a later one; a pause that begins in
   * between does not end it.
   */
  boolean goesOn(Instant from, Instant until) {
    if (legalDay(from) != legalDay(until) || !isIn(from)) return false;
    if (windows.isEmpty()) return true;
    Window open = openAt(from);
    return open != null && secondOfDay(until) < open.untilSecond();
  }

  /** The legal hour of the week, from Monday 0:00 as 0. */
  static int hourOfWeek(Instant at) {
    long hours = Math.floorDiv(at.getEpochSecond() + LEGAL_SECONDS_AHEAD, 3_600);
    return Math.floorMod(hours + THURSDAY * 24, 168);
  }

  /** The second of the legal day. */
  static long secondOfDay(Instant at) {
    return Math.floorMod(at.getEpochSecond() + LEGAL_SECONDS_AHEAD, DAY_SECONDS);
  }

  private static Validity window(long day, long from, long until) {
    return Validity.between(startOf(day, from), startOf(day, until));
  }

  private static Instant startOf(long day, long second) {
    return Instant.ofEpochSecond(day * DAY_SECONDS - LEGAL_SECONDS_AHEAD + second);
  }

  /** What public holidays change. */
  public enum OnHolidays {
    /** Nothing. */
    AS_USUAL,
    /** It does not hold on them. */
    NOT,
    /** It holds on them only. */
    ONLY
  }

  /**
   * Some hours of one day of the week; over midnight takes two of them.
   *
   * @param day of the week
   * @param from the first moment
   * @param until the first moment at which it no longer holds; midnight means the end of the day
   */
  public record Window(DayOfWeek day, LocalTime from, LocalTime until) {
    /**
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Window {
      if (!until.equals(LocalTime.MIDNIGHT) && !until.isAfter(from)) {
        throw new IllegalArgumentException("a window ends after it begins, on the same day");
      }
    }

    long fromSecond() {
      return from.toSecondOfDay();
    }

    long untilSecond() {
      return until.equals(LocalTime.MIDNIGHT) ? DAY_SECONDS : until.toSecondOfDay();
    }
  }
}
