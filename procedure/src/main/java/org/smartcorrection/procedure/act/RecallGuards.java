package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What a proposal to recall must fulfil (rule M41; SPC interpretation 516). */
final class RecallGuards {

  private RecallGuards() {}

  /** Nobody is recalled whose term is over. */
  static Guard.Verdict term(Situation situation) {
    LocalDate end = situation.day("termEndsOn");
    return Guard.Verdict.unless(
        !end.isBefore(situation.proposal().day()),
        Reason.of("reason.recall.term-over", "L32", new Arg.Day(end)));
  }

  /** Grounds that are earlier decisions come with these decisions. */
  static Guard.Verdict decisions(Situation situation) {
    String ground = situation.choice("ground");
    if (ground.equals("WARNED_TWICE_UNCORRECTED")) {
      int needed = situation.rule("M41").number("warnings");
      int had = situation.count("warnings");
      if (had < needed) {
        return Guard.Verdict.against(
            Reason.of(
                "reason.revocation.warnings", "M41", new Arg.Count(needed), new Arg.Count(had)));
      }
    }
    boolean rests =
        switch (ground) {
          case "LEFT_AND_WARNED",
              "PUNISHED_UNCORRECTED",
              "WARNED_TWICE_UNCORRECTED",
              "NO_MEDICAL_REVIEW" ->
              true;
          default -> false;
        };
    return Guard.Verdict.unless(
        !rests || situation.proposal().documents().contains("earlier-decision"),
        Reason.of("reason.earlier-decision", "M41", new Arg.Named("choice." + ground)));
  }

  /** Whoever lost the guarantor has the time that was set to find another. */
  static Guard.Verdict guarantor(Situation situation) {
    if (!situation.choice("ground").equals("GUARANTOR_LOST")) return Guard.Verdict.FINE;
    LocalDate by = situation.day("guarantorBy");
    return Guard.Verdict.unless(
        by.isBefore(situation.proposal().day()),
        Reason.of("reason.recall.guarantor", "M41", new Arg.Day(by)));
  }
}
