package org.smartcorrection.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.smartcorrection.procedure.Counting.FirstDay;
import org.smartcorrection.procedure.Counting.LastDay;
import org.smartcorrection.procedure.Span.Unit;

/** Counts deadlines from events (rules D1, D2, D5, D6), each with the way it was counted. */
public final class Counter {

  private static final String D1 = "D1";
  private static final String D5 = "D5";

  private final LegalCalendar calendar;

  public Counter(LegalCalendar calendar) {
    this.calendar = calendar;
  }

  /** Counts under ordinary circumstances. */
  public Deadline count(Start start, Counting how) {
    return count(start, how, Circumstances.ORDINARY);
  }

  /**
   * Counts from the event to the instant at which the time is over. An end in hours never moves,
   * and hours are extended in hours only.
   *
   * @throws IllegalArgumentException when hours are to be extended by days or months
   */
  public Deadline count(Start start, Counting how, Circumstances circumstances) {
    return how.span().unit() == Unit.HOURS
        ? hours(start, how, circumstances)
        : days(start, how, circumstances);
  }

  /**
   * A deadline on a date that a document or a person set; nothing is counted.
   *
   * @param event message key of what the date is, such as {@code event.leave-ends}
   */
  public Deadline on(LocalDate day, String event, LastDay lastDay, String rule) {
    var trail = new Trail();
    trail.step("count.set", List.of(new Arg.Named(event), new Arg.Day(day)), rule);
    return finish(day, lastDay, Circumstances.ORDINARY, trail);
  }

  private Deadline days(Start start, Counting how, Circumstances circumstances) {
    var trail = new Trail();
    var walk = new DayWalk(calendar, circumstances);
    boolean counted = how.firstDay() == FirstDay.COUNTED;
    LocalDate before = counted ? start.day().minusDays(1) : start.day();
    trail.step(
        counted ? "count.start.counted" : "count.start",
        List.of(new Arg.Named(start.event()), new Arg.Day(start.day())),
        counted ? how.rule() : D1);
    LocalDate last = walk.go(start.day(), before, how.span());
    explain(walk, how.span(), last, how.rule(), trail);
    for (Extension extension : circumstances.extensions()) {
      mustNotBeHours(extension.by());
      var further = new DayWalk(calendar, circumstances);
      trail.step("count.extended", List.of(new Arg.Amount(extension.by())), extension.rule());
      last = further.go(last, last, extension.by());
      explain(further, extension.by(), last, extension.rule(), trail);
    }
    return finish(last, how.lastDay(), circumstances, trail);
  }

  private static void explain(DayWalk walk, Span span, LocalDate last, String rule, Trail trail) {
    trail.provisional |= walk.provisional();
    trail.addAll(walk.steps());
    trail.step("count.last", List.of(new Arg.Amount(span), new Arg.Day(last)), rule);
  }

  private Deadline finish(
      LocalDate last, LastDay lastDay, Circumstances circumstances, Trail trail) {
    LocalDate day = last;
    if (lastDay == LastDay.MOVES_TO_WORKING_DAY && !calendar.isWorkingDay(last)) {
      List<Arg> why = List.of(new Arg.Day(last), new Arg.Kind(calendar.kind(last)));
      if (circumstances.inCustody()) {
        trail.step("count.custody", why, D1);
      } else {
        day = calendar.firstWorkingDayFrom(last);
        trail.step("count.moved", List.of(why.get(0), why.get(1), new Arg.Day(day)), D1);
      }
    }
    if (lastDay == LastDay.MOVES_TO_WORKING_DAY && !circumstances.inCustody()) {
      trail.provisional |= last.datesUntil(day.plusDays(1)).anyMatch(calendar::isProvisional);
    }
    if (trail.provisional) {
      trail.step("count.provisional", List.of(new Arg.Count(day.getYear())), D5);
    }
    return new Deadline(
        day, LegalCalendar.endOf(day), trail.provisional, new Explanation(trail.steps));
  }

  private static Deadline hours(Start start, Counting how, Circumstances circumstances) {
    var trail = new Trail();
    boolean counted = how.firstDay() == FirstDay.COUNTED;
    Instant from =
        counted ? start.at() : start.at().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    trail.step(
        counted ? "count.start.counted.hour" : "count.start.hour",
        List.of(new Arg.Named(start.event()), new Arg.Moment(start.at())),
        counted ? how.rule() : D1);
    Instant end = runHours(from, how.span().number(), circumstances);
    for (Extension extension : circumstances.extensions()) {
      if (extension.by().unit() != Unit.HOURS) {
        throw new IllegalArgumentException("hours are extended in hours");
      }
      trail.step("count.extended", List.of(new Arg.Amount(extension.by())), extension.rule());
      end = runHours(end, extension.by().number(), circumstances);
    }
    trail.step(
        "count.last.hour", List.of(new Arg.Amount(how.span()), new Arg.Moment(end)), how.rule());
    LocalDate day = LegalCalendar.legalDay(end.minusNanos(1));
    return new Deadline(day, end, false, new Explanation(trail.steps));
  }

  /** Time stands still on suspended days: it goes on at 0:00 of the next day. */
  private static Instant runHours(Instant from, int number, Circumstances circumstances) {
    Instant at = from;
    Duration left = Duration.ofHours(number);
    while (!left.isZero()) {
      LocalDate day = LegalCalendar.legalDay(at);
      Instant midnight = LegalCalendar.endOf(day);
      if (circumstances.suspending(day).isEmpty()) {
        Duration today = Duration.between(at, midnight);
        if (today.compareTo(left) >= 0) return at.plus(left);
        left = left.minus(today);
      }
      at = midnight;
    }
    return at;
  }

  private static void mustNotBeHours(Span by) {
    if (by.unit() == Unit.HOURS) {
      throw new IllegalArgumentException("days are not extended in hours");
    }
  }
}
