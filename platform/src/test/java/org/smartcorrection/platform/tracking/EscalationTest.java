package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Severity;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.tracking.Escalation.Answer;
import org.smartcorrection.platform.tracking.Escalation.Due;
import org.smartcorrection.platform.tracking.Escalation.Stage;
import org.smartcorrection.platform.tracking.Escalation.Step;
import org.smartcorrection.platform.tracking.Escalation.Way;

/** Rule H15: text, call, deputy, head; each after the one before, and at once where it failed. */
class EscalationTest {
  private static final Instant RAISED = Instant.parse("2026-11-26T18:00:00Z");
  private static final Escalation.Patience USUAL =
      new Escalation.Patience(
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(7),
          Duration.ofMinutes(11),
          3);

  private final List<Step> tried = new ArrayList<>();

  @Test
  void each_stage_waits_for_the_one_before() {
    assertEquals(due(Stage.TEXT, 2), next(Severity.RED));
    tried(Stage.TEXT, 2, Answer.SENT);
    assertEquals(due(Stage.CALL, 7), next(Severity.RED));
    tried(Stage.CALL, 7, Answer.SENT);
    assertEquals(due(Stage.DEPUTY, 14), next(Severity.RED));
    tried(Stage.DEPUTY, 14, Answer.SENT);
    assertEquals(due(Stage.HEAD, 25), next(Severity.RED));
    tried(Stage.HEAD, 25, Answer.SENT);
    assertEquals(Optional.empty(), next(Severity.RED));
  }

  @Test
  void what_is_not_about_a_person_waits_longer() {
    assertEquals(due(Stage.TEXT, 6), next(Severity.AMBER));
    tried(Stage.TEXT, 6, Answer.SENT);
    assertEquals(due(Stage.CALL, 21), next(Severity.BLUE));
  }

  @Test
  void who_cannot_be_reached_is_not_waited_for() {
    tried(Stage.TEXT, 2, Answer.UNAVAILABLE);
    assertEquals(due(Stage.CALL, 2), next(Severity.RED));
    tried(Stage.CALL, 2, Answer.NOBODY);
    assertEquals(due(Stage.DEPUTY, 2), next(Severity.RED));
  }

  @Test
  void one_of_several_who_was_reached_is_given_time() {
    tried(Stage.DEPUTY, 4, Answer.SENT);
    tried(Stage.DEPUTY, 4, Answer.UNAVAILABLE);
    assertEquals(due(Stage.HEAD, 15), next(Severity.RED));
  }

  @Test
  void an_attempt_that_ended_with_its_process_holds_nothing_up_for_long() {
    tried(Stage.TEXT, 2, Answer.BEGUN);
    assertEquals(due(Stage.CALL, 3), next(Severity.RED));
  }

  @Test
  void where_nobody_at_all_was_reached_it_begins_anew_and_not_for_ever() {
    for (int round = 0; round < Escalation.ROUNDS; round++) {
      int at = 2 + round * 11;
      assertEquals(due(Stage.TEXT, at), next(Severity.RED));
      for (Stage stage : Stage.values()) tried(stage, at, Answer.UNAVAILABLE);
    }
    assertEquals(Optional.empty(), next(Severity.RED));
  }

  @Test
  void whoever_was_reached_once_is_not_called_anew() {
    for (Stage stage : Stage.values())
      tried(stage, 2, stage == Stage.CALL ? Answer.SENT : Answer.UNAVAILABLE);
    assertEquals(Optional.empty(), next(Severity.RED));
  }

  private Optional<Due> next(Severity severity) {
    return Escalation.next(RAISED, severity, USUAL, tried);
  }

  private static Optional<Due> due(Stage stage, int minutes) {
    return Optional.of(new Due(stage, RAISED.plus(Duration.ofMinutes(minutes))));
  }

  private void tried(Stage stage, int minutes, Answer answer) {
    tried.add(
        new Step(
            tried.size() + 1,
            stage,
            new AccountId(UUID.randomUUID()),
            Way.TEXT,
            RAISED.plus(Duration.ofMinutes(minutes)),
            answer,
            null));
  }
}
