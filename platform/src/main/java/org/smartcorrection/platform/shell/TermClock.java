package org.smartcorrection.platform.shell;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the sentence: a term drawn as a bar with what was served, what happened, and the
 * periods of restriction below. Everything is computed here in the units of the drawing (1340 by
 * 196), because a strict content security policy leaves a template no style to compute with.
 *
 * @param summary the drawing in one sentence
 * @param served the width of the part that lies behind today
 * @param now where today stands, or null outside the term
 * @param facts the same facts as a list, for small screens
 */
public record TermClock(
    Text summary,
    double served,
    List<Tick> ticks,
    List<Bar> bars,
    List<Mark> marks,
    @Nullable Now now,
    List<Line> facts) {

  private static final double LEFT = 19;
  private static final double WIDTH = 1302;
  private static final double LABEL_ROOM = 110;
  private static final double SHORT_LABEL_ROOM = 66;

  /** What a period restricts; two kinds of level, and the device in a lane of its own. */
  public enum Restriction {
    STRICT("strict", 150),
    ORDINARY("plainl", 150),
    POSITIONING("device", 173);

    private final String css;
    private final double y;

    Restriction(String css, double y) {
      this.css = css;
      this.y = y;
    }
  }

  /** Whether an event lies behind, ahead, or was a breach. */
  public enum Kind {
    DONE,
    AHEAD,
    BAD
  }

  /** A restriction from one day to another, both included. */
  public record Period(Restriction kind, LocalDate from, LocalDate to, Text label) {}

  /** Something on one day. */
  public record Event(Kind kind, LocalDate date, Text label) {}

  /** A date below the bar. */
  public record Tick(double x, String anchor, Text label) {}

  /** A period as drawn. */
  public record Bar(String css, double x, double y, double width, double labelX, Text label) {}

  /** An event as drawn; a label that would run into its neighbour is left to the list. */
  public record Mark(Kind kind, double x, String anchor, Text label) {}

  /** Today as drawn; the pill keeps inside the drawing. */
  public record Now(double x, double pillX, Text label) {}

  /**
   * The clock of a term.
   *
   * @param from the first day of the term
   * @param to its last day, included
   * @throws IllegalArgumentException if the term ends before it begins
   */
  public static TermClock of(
      LocalDate from, LocalDate to, LocalDate today, List<Period> periods, List<Event> events) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A term cannot end before it begins");
    }
    var scale = new Scale(from, to);
    long left = ChronoUnit.DAYS.between(today, to);
    boolean within = !today.isBefore(from) && left >= 0;
    Now now =
        within
            ? new Now(
                scale.x(today),
                Math.clamp(scale.x(today), LEFT + 84, LEFT + WIDTH - 84),
                Text.of("shell.term.left", left))
            : null;
    double served = today.isBefore(from) ? 0 : Math.min(WIDTH, scale.x(today) - LEFT);
    var facts = new ArrayList<Line>();
    facts.add(new Line(Text.of("shell.term.from"), Text.of("shell.term.day", from)));
    facts.add(
        new Line(
            Text.of("shell.term.to"),
            within ? Text.of("shell.term.day-left", to, left) : Text.of("shell.term.day", to)));
    periods.forEach(
        period ->
            facts.add(
                new Line(
                    period.label(), Text.of("shell.term.period", period.from(), period.to()))));
    events.forEach(
        event -> facts.add(new Line(Text.of("shell.term.day", event.date()), event.label())));
    return new TermClock(
        Text.of("shell.term.summary", from, to, today),
        round(served),
        ticks(from, to, scale),
        periods.stream().map(period -> bar(period, scale)).toList(),
        marks(events, scale),
        now,
        facts);
  }

  /** Where the bar begins. */
  public double left() {
    return LEFT;
  }

  /** The width of the whole bar. */
  public double width() {
    return WIDTH;
  }

  private record Scale(LocalDate from, LocalDate to) {
    double x(LocalDate date) {
      double days = ChronoUnit.DAYS.between(from, date);
      double all = ChronoUnit.DAYS.between(from, to) + 1.0;
      return round(LEFT + WIDTH * Math.clamp(days / all, 0, 1));
    }
  }

  private static List<Tick> ticks(LocalDate from, LocalDate to, Scale scale) {
    long months = ChronoUnit.MONTHS.between(from, to);
    long step =
        List.of(1L, 2L, 3L, 6L, 12L, 24L, 60L).stream()
            .filter(candidate -> months / candidate <= 6)
            .findFirst()
            .orElse(120L);
    var ticks = new ArrayList<Tick>();
    ticks.add(new Tick(LEFT, "start", Text.of("shell.term.day", from)));
    int year = from.getYear();
    for (LocalDate at = from.plusMonths(step);
        scale.x(at) < LEFT + WIDTH - LABEL_ROOM;
        at = at.plusMonths(step)) {
      Text label =
          Text.of("shell.term.month", at.getYear() == year ? at.getMonth() : YearMonth.from(at));
      year = at.getYear();
      if (scale.x(at) > LEFT + LABEL_ROOM) {
        ticks.add(new Tick(scale.x(at), "middle", label));
      }
    }
    ticks.add(new Tick(LEFT + WIDTH, "end", Text.of("shell.term.day", to)));
    return ticks;
  }

  private static Bar bar(Period period, Scale scale) {
    double x = scale.x(period.from());
    double end = scale.x(period.to().plusDays(1));
    boolean device = period.kind() == Restriction.POSITIONING;
    return new Bar(
        period.kind().css,
        x,
        period.kind().y,
        Math.max(2, round(end - x)),
        round(device ? end + 8 : x + 8),
        period.label());
  }

  private static List<Mark> marks(List<Event> events, Scale scale) {
    var marks = new ArrayList<Mark>();
    double free = 0;
    for (Event event : events) {
      double x = scale.x(event.date());
      String anchor =
          x < LEFT + LABEL_ROOM / 2
              ? "start"
              : x > LEFT + WIDTH - LABEL_ROOM / 2 ? "end" : "middle";
      boolean room = x >= free;
      marks.add(new Mark(event.kind(), x, anchor, room ? event.label() : Text.literal("")));
      free = room ? x + SHORT_LABEL_ROOM : free;
    }
    return marks;
  }

  private static double round(double units) {
    return Math.round(units * 10) / 10.0;
  }
}
