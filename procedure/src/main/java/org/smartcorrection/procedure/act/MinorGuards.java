package org.smartcorrection.procedure.act;

import org.smartcorrection.procedure.Reason;

/** What is due to minors (rule L39). */
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
}
