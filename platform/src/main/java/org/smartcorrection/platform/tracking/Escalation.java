package org.smartcorrection.platform.tracking;

import java.time.Duration;
import java.util.List;
import org.smartcorrection.location.Severity;
import org.smartcorrection.platform.notify.Attempt.Way;
import org.smartcorrection.platform.notify.Ladder;
import org.smartcorrection.platform.notify.Ladder.Rung;
import org.smartcorrection.procedure.Rule;

/**
 * When and to whom an alarm goes that nobody acknowledges (rule H15): by text to whoever is on
 * duty, then by voice, then to the deputy, then to the head.
 */
final class Escalation {
  static final String RULE = "H15";

  private Escalation() {}

  /** The stages, in their order. */
  enum Stage {
    TEXT,
    CALL,
    DEPUTY,
    HEAD
  }

  /** Who is called is called by voice first: whoever did not read is not written to again. */
  static List<Way> ways(Stage stage) {
    return switch (stage) {
      case TEXT -> List.of(Way.TEXT);
      case CALL -> List.of(Way.VOICE);
      case DEPUTY, HEAD -> List.of(Way.VOICE, Way.TEXT);
    };
  }

  /** What is not about a person waits some times as long (◆). */
  static Ladder<Stage> ladder(Rule rule, Severity severity) {
    int factor = severity == Severity.RED ? 1 : rule.number("plainFactor");
    return new Ladder<>(
        List.of(
            rung(Stage.TEXT, rule.number("textMinutes"), factor),
            rung(Stage.CALL, rule.number("callMinutes"), factor),
            rung(Stage.DEPUTY, rule.number("deputyMinutes"), factor),
            rung(Stage.HEAD, rule.number("headMinutes"), factor)));
  }

  private static Rung<Stage> rung(Stage stage, int minutes, int factor) {
    return new Rung<>(stage, Duration.ofMinutes(minutes).multipliedBy(factor));
  }
}
