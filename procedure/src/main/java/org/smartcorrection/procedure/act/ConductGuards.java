package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What praise must fulfil (rules M27, M28; Community Corrections Law 28). */
final class ConductGuards {

  private ConductGuards() {}

  /** Good conduct takes its months; an outstanding deed takes none. */
  static Guard.Verdict praiseMonths(Situation situation) {
    if (!situation.choice("praiseGround").equals("GOOD_CONDUCT")) return Guard.Verdict.FINE;
    int months = situation.rule("M28").number("months");
    LocalDate since = situation.day("correctionSince");
    return Guard.Verdict.unless(
        !since.plusMonths(months).isAfter(situation.proposal().day()),
        Reason.of("reason.praise.months", "M28", new Arg.Day(since), new Arg.Count(months)));
  }

  /** Good conduct is four things at once. */
  static Guard.Verdict praiseConduct(Situation situation) {
    if (!situation.choice("praiseGround").equals("GOOD_CONDUCT")) return Guard.Verdict.FINE;
    return Guard.Verdict.unless(
        situation.isTrue("obeysJudgement")
            && situation.isTrue("obeysLaw")
            && situation.isTrue("obeysRules")
            && situation.isTrue("takesPartInEducation"),
        Reason.of("reason.praise.conduct", "M28"));
  }

  /** Nothing about a minor is published. */
  static Guard.Verdict neverAMinor(Situation situation) {
    return Guard.Verdict.unless(
        !situation.isTrue("minor"), Reason.of("reason.publish.minor", "M27"));
  }
}
