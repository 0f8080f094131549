package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Severity;
import org.smartcorrection.platform.notify.Ladder.Rung;
import org.smartcorrection.platform.tracking.Escalation.Stage;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;

/** Rule H15: text, call, deputy, head. */
class EscalationTest {
  private static final Rule H15 =
      Rules.published().at(LocalDate.of(2026, 11, 26)).rule(Escalation.RULE);

  @Test
  void everybody_has_a_stage_and_minutes_of_their_own() {
    assertEquals(List.of(Stage.values()), rungs(Severity.RED).stream().map(Rung::stage).toList());
    assertEquals(List.of(2L, 5L, 5L, 10L), minutes(Severity.RED));
  }

  @Test
  void what_is_not_about_a_person_waits_longer() {
    assertEquals(List.of(6L, 15L, 15L, 30L), minutes(Severity.AMBER));
    assertEquals(minutes(Severity.AMBER), minutes(Severity.BLUE));
  }

  private static List<Long> minutes(Severity severity) {
    return rungs(severity).stream().map(rung -> rung.after().toMinutes()).toList();
  }

  private static List<Rung<Stage>> rungs(Severity severity) {
    return Escalation.ladder(H15, severity).rungs();
  }
}
