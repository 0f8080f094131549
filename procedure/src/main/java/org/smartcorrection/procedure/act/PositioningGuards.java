package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.Optional;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/**
 * What electronic positioning must fulfil (rules L20 to L22, M32; Community Corrections Law 29).
 */
final class PositioningGuards {

  private PositioningGuards() {}

  /** Two of the five grounds are earlier decisions; that decision must be attached. */
  static Guard.Verdict ground(Situation situation) {
    boolean needsDecision =
        switch (situation.choice("ground")) {
          case "REFUSED_TO_REPORT_AND_WARNED", "PUNISHED_BY_POLICE" -> true;
          default -> false;
        };
    return Guard.Verdict.unless(
        !needsDecision || situation.proposal().documents().contains("earlier-decision"),
        Reason.of(
            "reason.positioning.decision-missing",
            "L20",
            new Arg.Named("choice." + situation.choice("ground"))));
  }

  /** At least one month and at most the law's number. */
  static Guard.Verdict term(Situation situation) {
    int most = situation.rule("L22").number("months");
    int months = situation.count("months");
    return Guard.Verdict.unless(
        months >= 1 && months <= most,
        Reason.of("reason.positioning.term", "L22", new Arg.Count(months), new Arg.Count(most)));
  }

  /** An extension begins the day after the running term ends: no gap, no overlap. */
  static Guard.Verdict extension(Situation situation) {
    Optional<LocalDate> due =
        situation.instance().deadline("end").map(deadline -> deadline.deadline().day().plusDays(1));
    LocalDate first = situation.day("extendedFrom");
    return Guard.Verdict.unless(
        due.filter(first::equals).isPresent(),
        Reason.of(
            "reason.positioning.extension",
            "L22",
            new Arg.Day(first),
            new Arg.Day(due.orElse(first))));
  }

  /** Positioning never goes on after the person's term. */
  static Guard.Verdict withinTerm(Situation situation) {
    LocalDate end = situation.day("termEndsOn");
    return Guard.Verdict.unless(
        !end.isBefore(situation.proposal().day()),
        Reason.of("reason.positioning.term-over", "L32", new Arg.Day(end)));
  }

  /** A phone is never a positioning device. */
  static Guard.Verdict device(Situation situation) {
    return Guard.Verdict.unless(
        situation.choice("deviceKind").equals("DEDICATED"),
        Reason.of("reason.positioning.device", "M32"));
  }

  /** The person knows term, rules and consequences before it begins. */
  static Guard.Verdict told(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("termTold")
            && situation.isTrue("rulesTold")
            && situation.isTrue("consequencesTold"),
        Reason.of("reason.positioning.told", "M32"));
  }
}
