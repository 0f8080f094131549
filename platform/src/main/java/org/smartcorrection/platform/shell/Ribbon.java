package org.smartcorrection.platform.shell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statute ribbon: days as the law counts them. Each working day has a cell of its own and its
 * number counted from today; neighbouring days that do not count share a narrow, hatched one.
 */
public record Ribbon(List<Cell> cells) {
  public Ribbon {
    cells = List.copyOf(cells);
  }

  /** How the legal calendar takes a day. */
  public enum Kind {
    WORKING("work"),
    /** A weekend day on which people work for a bridged holiday: it counts. */
    MAKE_UP("work makeup"),
    HOLIDAY("holiday"),
    WEEKEND("off");

    private final String css;

    Kind(String css) {
      this.css = css;
    }

    boolean counts() {
      return this == WORKING || this == MAKE_UP;
    }
  }

  /** How near the date of a flag is. */
  public enum Nearness {
    TODAY,
    SOON,
    /** The date stands still, or ends by itself. */
    HELD,
    LATER;

    /** The class name of the look. */
    public String css() {
      return switch (this) {
        case TODAY -> "today";
        case SOON -> "soon";
        case HELD -> "held";
        case LATER -> "";
      };
    }
  }

  /** Something that falls due on a day. */
  public record Flag(Nearness kind, Text what, Text whom, String href) {}

  /**
   * One day of the legal calendar.
   *
   * @param name the holiday's name, or null
   */
  public record Day(LocalDate date, Kind kind, @Nullable Text name, List<Flag> flags) {
    public Day {
      flags = List.copyOf(flags);
    }
  }

  /**
   * One cell.
   *
   * @param from its first day, equal to {@code to} where it is one day
   * @param note how the day is counted
   * @param name the holiday's name, or null
   */
  public record Cell(
      Kind kind,
      LocalDate from,
      LocalDate to,
      boolean today,
      Text note,
      @Nullable Text name,
      List<Flag> flags) {

    /** The class names of the look. */
    public String css() {
      return today ? kind.css + " is-today" : kind.css;
    }

    private boolean takes(Day day) {
      return !kind.counts()
          && kind == day.kind()
          && !today
          && flags.isEmpty()
          && day.flags().isEmpty()
          && to.plusDays(1).equals(day.date());
    }
  }

  /** The ribbon of these days, in order; working days are counted from the day after today. */
  public static Ribbon of(LocalDate today, List<Day> days) {
    var cells = new ArrayList<Cell>();
    int count = 0;
    for (Day day : days) {
      boolean isToday = day.date().equals(today);
      if (day.kind().counts() && day.date().isAfter(today)) {
        count++;
      }
      if (!cells.isEmpty() && !isToday && cells.getLast().takes(day)) {
        Cell last = cells.removeLast();
        cells.add(
            new Cell(
                last.kind(),
                last.from(),
                day.date(),
                false,
                last.note(),
                last.name() == null ? day.name() : last.name(),
                List.of()));
      } else {
        cells.add(
            new Cell(
                day.kind(),
                day.date(),
                day.date(),
                isToday,
                note(day, isToday, count),
                day.name(),
                day.flags()));
      }
    }
    return new Ribbon(cells);
  }

  private static Text note(Day day, boolean today, int count) {
    if (today) {
      return Text.of("shell.ribbon.today");
    }
    return switch (day.kind()) {
      case WORKING -> count == 0 ? Text.literal("") : Text.of("shell.ribbon.working-day", count);
      case MAKE_UP -> Text.of("shell.ribbon.make-up");
      case HOLIDAY -> Text.of("shell.ribbon.not-counted");
      case WEEKEND -> Text.literal("");
    };
  }
}
