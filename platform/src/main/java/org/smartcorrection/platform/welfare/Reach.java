package org.smartcorrection.platform.welfare;

import java.time.Duration;
import java.util.List;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.platform.notify.Attempt.Way;
import org.smartcorrection.platform.notify.Ladder;
import org.smartcorrection.platform.notify.Ladder.Rung;
import org.smartcorrection.procedure.Rule;

/**
 * Who is told of a welfare alert that nobody acknowledges, and when: by day the responsible
 * officer, by night whoever is on duty, then the deputy, then the head (the minutes of rule H15).
 */
final class Reach {
  static final String RULE = "H15";

  private Reach() {}

  enum Stage {
    OFFICER,
    DUTY,
    DEPUTY,
    HEAD
  }

  /** A fall does not wait to be read. */
  static List<Way> ways(Stage stage, VitalSign sign) {
    return switch (stage) {
      case OFFICER, DUTY ->
          sign == VitalSign.FALL ? List.of(Way.VOICE, Way.TEXT) : List.of(Way.TEXT, Way.VOICE);
      case DEPUTY, HEAD -> List.of(Way.VOICE, Way.TEXT);
    };
  }

  static Ladder<Stage> ladder(Rule rule, boolean night) {
    Rung<Stage> deputy = rung(Stage.DEPUTY, rule.number("deputyMinutes"));
    Rung<Stage> head = rung(Stage.HEAD, rule.number("headMinutes"));
    return new Ladder<>(
        night
            ? List.of(rung(Stage.DUTY, 0), deputy, head)
            : List.of(
                rung(Stage.OFFICER, 0),
                rung(Stage.DUTY, rule.number("callMinutes")),
                deputy,
                head));
  }

  private static Rung<Stage> rung(Stage stage, int minutes) {
    return new Rung<>(stage, Duration.ofMinutes(minutes));
  }
}
