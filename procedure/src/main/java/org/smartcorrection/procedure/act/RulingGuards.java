package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What a ruling must fulfil before it takes effect by itself (rules H3, L27, L33). */
final class RulingGuards {

  private RulingGuards() {}

  /** Nobody rules on what was not yet proposed. */
  static Guard.Verdict afterProposal(Situation situation) {
    LocalDate decided = situation.day("decidedOn");
    return situation
        .findDay("proposedOn")
        .filter(decided::isBefore)
        .map(
            proposed ->
                Guard.Verdict.against(
                    Reason.of(
                        "reason.ruling.before-proposal",
                        "H3",
                        new Arg.Day(decided),
                        new Arg.Day(proposed))))
        .orElse(Guard.Verdict.FINE);
  }

  /**
   * A commuted term is shorter than the one that runs and ends on the day of the ruling at the
   * earliest: no court takes back days that were served. A day that is past when the ruling is
   * entered is lawful, and the release is then owed at once.
   */
  static Guard.Verdict newTerm(Situation situation) {
    LocalDate decided = situation.day("decidedOn");
    LocalDate end = situation.day("newTermEndsOn");
    var reasons = new ArrayList<Reason>();
    if (end.isBefore(decided)) {
      reasons.add(
          Reason.of(
              "reason.ruling.term-before-ruling", "H3", new Arg.Day(end), new Arg.Day(decided)));
    }
    Optional<LocalDate> running = situation.findDay("termEndsOn");
    running
        .filter(day -> !end.isBefore(day))
        .ifPresent(
            day ->
                reasons.add(
                    Reason.of(
                        "reason.ruling.term-not-shorter",
                        "H3",
                        new Arg.Day(end),
                        new Arg.Day(day))));
    return new Guard.Verdict(reasons, List.of());
  }

  /** Only a death is certified. */
  static Guard.Verdict death(Situation situation) {
    return Guard.Verdict.unless(
        situation.choice("emergencyKind").equals("UNNATURAL_DEATH"),
        Reason.of("reason.emergency.no-death", "H4"));
  }
}
