package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What regular activity in another city or county must fulfil (rule M22). */
final class TravelGuards {

  private TravelGuards() {}

  /** At least one month and at most the rule's number; a continuation is a new application. */
  static Guard.Verdict months(Situation situation) {
    int most = situation.rule("M22").number("months");
    int months = situation.count("months");
    return Guard.Verdict.unless(
        months >= 1 && months <= most,
        Reason.of("reason.travel.months", "M22", new Arg.Count(months), new Arg.Count(most)));
  }

  /** Nothing is approved for days that are past. */
  static Guard.Verdict begins(Situation situation) {
    LocalDate from = situation.day("travelFrom");
    return Guard.Verdict.unless(
        !from.isBefore(situation.proposal().day()),
        Reason.of("reason.travel.begun", "H3", new Arg.Day(from)));
  }

  /** Who is no longer under correction needs no approval. */
  static Guard.Verdict withinTerm(Situation situation) {
    LocalDate from = situation.day("travelFrom");
    LocalDate end = situation.day("termEndsOn");
    return Guard.Verdict.unless(
        !from.isAfter(end),
        Reason.of("reason.travel.term-over", "L32", new Arg.Day(from), new Arg.Day(end)));
  }

  /** A trip outside the approved days is a leave. */
  static Guard.Verdict trip(Situation situation) {
    LocalDate from = situation.day("tripFrom");
    LocalDate until = situation.day("tripUntil");
    if (until.isBefore(from)) {
      return Guard.Verdict.against(
          Reason.of("reason.travel.trip-order", "H3", new Arg.Day(until), new Arg.Day(from)));
    }
    LocalDate first = situation.day("travelFrom");
    Optional<LocalDate> last =
        situation.instance().deadline("end").map(open -> open.deadline().day());
    boolean within = !from.isBefore(first) && last.filter(day -> !until.isAfter(day)).isPresent();
    return Guard.Verdict.unless(
        within,
        new Reason(
            "reason.travel.trip-outside",
            List.of(
                new Arg.Day(from),
                new Arg.Day(until),
                new Arg.Day(first),
                new Arg.Day(last.orElse(first))),
            "M22",
            "remedy.correct"));
  }
}
