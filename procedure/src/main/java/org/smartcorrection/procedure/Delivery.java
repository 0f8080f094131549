package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.List;

/**
 * When a document counts as served, so that a deadline can be counted from then (rule SERVED).
 *
 * <p>What is handed over, left or mailed is served on the day on the receipt. What is announced is
 * served when the rule's days have passed since the announcement; an end on a day off moves, which
 * gives the person more time and never less.
 */
public final class Delivery {

  /** The rule by which these days are reckoned. */
  public static final String RULE = "SERVED";

  private final Counter counter;
  private final int announcementDays;

  /**
   * @param rules those in force on the day of the delivery
   */
  public Delivery(LegalCalendar calendar, Rules rules) {
    counter = new Counter(calendar);
    announcementDays = rules.rule(RULE).number("announcementDays");
  }

  /** How it was delivered; its name is the message {@code choice.<way>}. */
  public enum Way {
    /** To the person, or to an adult of the household who signed. */
    HANDED_OVER,
    /** Left at the residence before a witness, since it was refused. */
    LEFT_BEFORE_WITNESS,
    /** By post; the day on which it was received, not that on which it was sent. */
    MAILED,
    /** Published, since the person cannot be reached in any other way. */
    ANNOUNCED
  }

  /**
   * The day on which it counts as served.
   *
   * @param provisional a yearly notice was missing; reckon again when it arrives (D5)
   */
  public record Served(LocalDate day, boolean provisional, Explanation explanation) {}

  /**
   * Reckons the day.
   *
   * @param day on the receipt, or of the announcement
   */
  public Served served(Way way, LocalDate day) {
    return switch (way) {
      case HANDED_OVER, LEFT_BEFORE_WITNESS, MAILED ->
          new Served(day, false, explanation(way, day));
      case ANNOUNCED -> announced(day);
    };
  }

  private Served announced(LocalDate day) {
    Deadline passed =
        counter.count(
            Start.on(day, "event.announced"),
            Counting.deadline(Span.calendarDays(announcementDays), RULE));
    return new Served(
        passed.day(),
        passed.provisional(),
        passed.explanation().then(explanation(Way.ANNOUNCED, passed.day())));
  }

  private static Explanation explanation(Way way, LocalDate day) {
    List<Arg> args = List.of(new Arg.Day(day), new Arg.Named("choice." + way));
    return new Explanation(List.of(Step.of("count.served", args, RULE)));
  }
}
