package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.List;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Category;
import org.smartcorrection.procedure.Penalty;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.TermCheck;
import org.smartcorrection.procedure.TermLaw;
import org.smartcorrection.procedure.TermQuestion;

/** What reception and release must fulfil (rules T1, L13, L15, L32, L39). */
final class IntakeGuards {

  private IntakeGuards() {}

  /** The term is possible and within the Criminal Law's limits. */
  static Guard.Verdict term(Situation situation) {
    var question =
        new TermQuestion(
            Category.valueOf(situation.choice("category")),
            Penalty.valueOf(situation.choice("penalty")),
            situation.findLength("sentence"),
            situation.findLength("term").orElseThrow(),
            situation.findCount("custodyDays").orElse(0),
            situation.day("judgedOn"),
            situation.day("effectiveOn"),
            situation.day("termStartsOn"),
            situation.findDay("termEndsOn"));
    return switch (new TermLaw(situation.rules()).check(question, situation.proposal().day())) {
      case TermCheck.WithinLaw(var end) -> new Guard.Verdict(List.of(), end.explanation().steps());
      case TermCheck.OutsideLaw(var end, var warnings) ->
          new Guard.Verdict(warnings, end.explanation().steps());
      case TermCheck.Impossible(var reasons) -> new Guard.Verdict(reasons, List.of());
    };
  }

  /** Nobody is registered under a name that was not checked. */
  static Guard.Verdict identity(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("identityVerified"), Reason.of("reason.identity", "L13"));
  }

  /** A woman has at least one woman in her group. */
  static Guard.Verdict groupHasWoman(Situation situation) {
    int least = situation.rule("L15").number("women");
    return Guard.Verdict.unless(
        !situation.choice("sex").equals("FEMALE") || situation.count("womenInGroup") >= least,
        Reason.of("reason.group.woman", "L15"));
  }

  /** A minor has somebody in the group who knows minors. */
  static Guard.Verdict groupFitsMinor(Situation situation) {
    return Guard.Verdict.unless(
        !situation.isTrue("minor") || situation.isTrue("minorsExpertInGroup"),
        Reason.of("reason.group.minor", "L39"));
  }

  /** Nobody is released before the last day of the term. */
  static Guard.Verdict termOver(Situation situation) {
    LocalDate end = situation.day("termEndsOn");
    return Guard.Verdict.unless(
        !situation.proposal().day().isBefore(end),
        Reason.of("reason.release.early", "L32", new Arg.Day(end)));
  }

  /** What an old register says of a term is possible: its last day is not before its first. */
  static Guard.Verdict termInOrder(Situation situation) {
    LocalDate first = situation.day("termStartsOn");
    LocalDate last = situation.day("termEndsOn");
    return Guard.Verdict.unless(
        !last.isBefore(first),
        Reason.of("reason.term-order", "H7", new Arg.Day(first), new Arg.Day(last)));
  }

  /** A minor's release is announced without others (Community Corrections Law 54). */
  static Guard.Verdict minorNotOpenly(Situation situation) {
    return Guard.Verdict.unless(
        !situation.isTrue("minor") || !situation.isTrue("openly"),
        Reason.of("reason.release.minor-openly", "L39"));
  }
}
