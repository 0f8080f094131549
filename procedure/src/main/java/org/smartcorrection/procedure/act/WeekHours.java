package org.smartcorrection.procedure.act;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hours of the week in legal time, as the fact {@code weekHours} states them: {@code MON
 * 09:00-11:30, WED 14:00-24:00}. Windows of one day do not overlap; over midnight takes two.
 *
 * @param windows in the order of the week
 */
public record WeekHours(List<Window> windows) {
  /** What the fact states when there are no hours: day and night. */
  public static final String ALWAYS = "ALWAYS";

  /** More than one for each hour of the week is a mistake. */
  private static final int MOST = 168;

  private static final Pattern WINDOW =
      Pattern.compile(
          "(MON|TUE|WED|THU|FRI|SAT|SUN) ([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");

  /** Puts the windows in order. */
  public WeekHours {
    windows =
        windows.stream()
            .sorted(Comparator.comparing(Window::day).thenComparingInt(Window::fromMinute))
            .toList();
  }

  /**
   * Some hours of one day.
   *
   * @param fromMinute of the day
   * @param untilMinute of the day, no longer part of it; 1440 is midnight
   */
  public record Window(DayOfWeek day, int fromMinute, int untilMinute) {
    /** When it begins. */
    public LocalTime from() {
      return LocalTime.ofSecondOfDay(fromMinute * 60L);
    }

    /** When it ends; midnight for the end of the day. */
    public LocalTime until() {
      return LocalTime.ofSecondOfDay(untilMinute % 1_440 * 60L);
    }

    private String written() {
      return "%s %02d:%02d-%02d:%02d"
          .formatted(
              day.name().substring(0, 3),
              fromMinute / 60,
              fromMinute % 60,
              untilMinute / 60,
              untilMinute % 60);
    }
  }

  /**
   * Reads them.
   *
   * @return empty if it is something else, a window ends before it begins, or two overlap
   */
  public static Optional<WeekHours> read(String text) {
    var windows = new ArrayList<Window>();
    for (String part : text.split(",", MOST + 1)) {
      Matcher matcher = WINDOW.matcher(part.strip());
      if (!matcher.matches() || windows.size() >= MOST) return Optional.empty();
      int from = minute(matcher.group(2), matcher.group(3));
      int until = minute(matcher.group(4), matcher.group(5));
      if (until <= from || until > 1_440) return Optional.empty();
      windows.add(new Window(day(matcher.group(1)), from, until));
    }
    var hours = new WeekHours(windows);
    for (int i = 1; i < hours.windows.size(); i++) {
      Window before = hours.windows.get(i - 1);
      Window next = hours.windows.get(i);
      if (before.day() == next.day() && next.fromMinute() < before.untilMinute()) {
        return Optional.empty();
      }
    }
    return Optional.of(hours);
  }

  private static int minute(String hour, String minute) {
    return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
  }

  private static DayOfWeek day(String abbreviated) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(abbreviated)) return day;
    }
    throw new IllegalArgumentException(abbreviated);
  }

  /** All hours of one day together. */
  public Duration on(DayOfWeek day) {
    return Duration.ofMinutes(
        windows.stream()
            .filter(window -> window.day() == day)
            .mapToLong(window -> window.untilMinute() - window.fromMinute())
            .sum());
  }

  /** All hours of the week together. */
  public Duration total() {
    return Duration.ofMinutes(
        windows.stream().mapToLong(window -> window.untilMinute() - window.fromMinute()).sum());
  }

  /** As {@link #read} reads it. */
  public String text() {
    return windows.stream().map(Window::written).collect(Collectors.joining(", "));
  }
}
