package org.smartcorrection.platform.welfare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.platform.notify.Attempt.Way;
import org.smartcorrection.platform.notify.Ladder.Rung;
import org.smartcorrection.platform.welfare.Reach.Stage;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;

class ReachTest {
  private static final Rule H15 = Rules.published().at(LocalDate.of(2026, 3, 1)).rule(Reach.RULE);

  @Test
  void by_day_the_responsible_officer_hears_first_and_by_night_whoever_is_on_duty() {
    assertEquals(
        List.of(Stage.OFFICER, Stage.DUTY, Stage.DEPUTY, Stage.HEAD),
        rungs(false).stream().map(Rung::stage).toList());
    assertEquals(
        List.of(Stage.DUTY, Stage.DEPUTY, Stage.HEAD),
        rungs(true).stream().map(Rung::stage).toList());
  }

  @Test
  void the_first_hears_at_once() {
    assertEquals(List.of(0L, 5L, 5L, 10L), minutes(false));
    assertEquals(List.of(0L, 5L, 10L), minutes(true));
  }

  @Test
  void a_fall_does_not_wait_to_be_read() {
    assertEquals(List.of(Way.VOICE, Way.TEXT), Reach.ways(Stage.OFFICER, VitalSign.FALL));
    assertEquals(List.of(Way.TEXT, Way.VOICE), Reach.ways(Stage.OFFICER, VitalSign.HEART_RATE));
  }

  private static List<Long> minutes(boolean night) {
    return rungs(night).stream().map(rung -> rung.after().toMinutes()).toList();
  }

  private static List<Rung<Stage>> rungs(boolean night) {
    return Reach.ladder(H15, night).rungs();
  }
}
