package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What praise and warning must fulfil (rules M27, M28, M30; Community Corrections Law 28). */
final class ConductGuards {

  private static final String EARLIER = "earlier-decision";

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

  /** Up to the days of an admonition, the admonition is the measure that practice knows. */
  static Guard.Verdict warningRange(Situation situation) {
    int days = situation.rule("M30").number("days");
    boolean late = situation.choice("breach").equals("LATE_OR_ABSENT");
    return Guard.Verdict.unless(
        !late || situation.count("daysLate") > days,
        Reason.of("reason.warning.range", "M30", new Arg.Count(days)));
  }

  /** Whoever is warned for two admonitions has had them, and they are in the file. */
  static Guard.Verdict earlierAdmonitions(Situation situation) {
    if (!situation.choice("breach").equals("ADMONISHED_TWICE")) return Guard.Verdict.FINE;
    int needed = situation.rule("M30").number("admonitions");
    int had = situation.count("admonitions");
    if (had < needed) {
      return Guard.Verdict.against(
          Reason.of("reason.warning.admonitions", "H4", new Arg.Count(needed), new Arg.Count(had)));
    }
    return Guard.Verdict.unless(
        situation.proposal().documents().contains(EARLIER),
        Reason.of("reason.earlier-decision", "H4", new Arg.Named("choice.ADMONISHED_TWICE")));
  }
}
