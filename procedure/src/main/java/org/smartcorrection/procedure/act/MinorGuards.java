package org.smartcorrection.procedure.act;

import org.smartcorrection.procedure.Reason;

/** What is due to minors, during the correction and after it (rules L39, D14). */
final class MinorGuards {

  private MinorGuards() {}

  /** Apart from adults from the first day (Community Corrections Law 52). */
  static Guard.Verdict separately(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("separately"), Reason.of("reason.minor.separately", "L39"));
  }

  /** A guardian is urged and taught before the authorities are told (Law 53). */
  static Guard.Verdict guardianUrged(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("guardianUrged"), Reason.of("reason.minor.guardian", "L39"));
  }

  /** Two bases only, and secrecy with either (Law 54). */
  static Guard.Verdict fileBasis(Situation situation) {
    return Guard.Verdict.unless(
        !situation.choice("fileBasis").equals("NO_BASIS") && situation.isTrue("secrecyTold"),
        Reason.of("reason.minor.file", "L39"));
  }

  /** Whose record is sealed (Criminal Procedure Law 286). */
  static Guard.Verdict sealingApplies(Situation situation) {
    int most = situation.rule("D14").number("mostMonths");
    return Guard.Verdict.unless(
        situation.isTrue("minorAtOffence") && situation.count("penaltyMonths") <= most,
        Reason.of("reason.sealing.applies", "D14"));
  }

  /** What is sealed in one place and open in another is not sealed. */
  static Guard.Verdict sealingComplete(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("copiesCollected") && situation.isTrue("systemsSealed"),
        Reason.of("reason.sealing.complete", "D14"));
  }
}
