package org.smartcorrection.procedure.act;

import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/**
 * Nobody is judged unheard, and whoever hides cannot block a lawful finding (the digest's "Heard").
 */
final class HearingGuards {

  private static final String HEARD = "HEARD";

  private HearingGuards() {}

  /** The account was taken as it must be, or the person refused to speak, which is written down. */
  static Guard.Verdict account(Situation situation) {
    if (situation.isTrue("minor") && !situation.isTrue("guardianPresent")) {
      return Guard.Verdict.against(Reason.of("reason.heard.guardian", HEARD));
    }
    if (situation.isTrue("interpreterNeeded") && !situation.isTrue("interpreterPresent")) {
      return Guard.Verdict.against(Reason.of("reason.heard.interpreter", HEARD));
    }
    if (!situation.isTrue("evidenceShown")) {
      return Guard.Verdict.against(Reason.of("reason.heard.evidence", HEARD));
    }
    boolean refused = situation.choice("spoke").equals("REFUSED_TO_SPEAK");
    return Guard.Verdict.unless(
        refused || situation.isTrue("readBack"), Reason.of("reason.heard.read-back", HEARD));
  }

  /** Failed contact is documented before a search stands in for the account. */
  static Guard.Verdict contactFailed(Situation situation) {
    return Guard.Verdict.unless(
        situation.count("contactAttempts") >= 1, Reason.of("reason.heard.contact", "L24"));
  }

  /** A finding follows the account, or the search when the person still cannot be reached. */
  static Guard.Verdict heardOrSearched(Situation situation) {
    boolean searched = situation.isTrue("searched") && situation.isTrue("stillUnreachable");
    return Guard.Verdict.unless(
        situation.isTrue("heard") || searched, Reason.of("reason.heard.not-yet", HEARD));
  }

  /** Beyond the days of an admonition, a warning is the measure that practice knows. */
  static Guard.Verdict admonitionRange(Situation situation) {
    int most = situation.rule("M29").number("days");
    return Guard.Verdict.unless(
        situation.findCount("daysLate").orElse(0) <= most,
        Reason.of("reason.admonition.range", "M29", new Arg.Count(most)));
  }
}
