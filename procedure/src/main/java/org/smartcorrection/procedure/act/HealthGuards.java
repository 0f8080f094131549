package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.List;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What a ground for keeping signs of the body must fulfil (rule H17; PIPL 28, 29, 31). */
final class HealthGuards {
  private static final String RULE = "H17";

  private static final List<String> SIGNS =
      List.of("watchHeartRate", "watchPressure", "watchTemperature", "watchSteps", "watchFalls");

  private HealthGuards() {}

  /** The consent is to this alone, and in writing. */
  static Guard.Verdict consent(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("separateConsent"), Reason.of("reason.health.consent", RULE));
  }

  /** For a minor the guardian consents. */
  static Guard.Verdict guardian(Situation situation) {
    return Guard.Verdict.unless(
        !situation.isTrue("minor") || situation.choice("consentBy").equals("GUARDIAN"),
        Reason.of("reason.health.guardian", RULE));
  }

  /** A ground for nothing is none. */
  static Guard.Verdict signs(Situation situation) {
    return Guard.Verdict.unless(
        SIGNS.stream().anyMatch(situation::isTrue), Reason.of("reason.health.signs", RULE));
  }

  /** It holds from a day on, for a while, and is not over before it is set. */
  static Guard.Verdict days(Situation situation) {
    LocalDate from = situation.day("watchFrom");
    LocalDate until = situation.day("watchUntil");
    int most = situation.rule(RULE).number("watchDays");
    boolean fits =
        !until.isBefore(from)
            && !until.isBefore(situation.proposal().day())
            && until.isBefore(from.plusDays(most));
    return Guard.Verdict.unless(fits, Reason.of("reason.health.days", RULE, new Arg.Count(most)));
  }
}
