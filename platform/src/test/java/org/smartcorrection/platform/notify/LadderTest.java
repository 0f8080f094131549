package org.smartcorrection.platform.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.notify.Attempt.Answer;
import org.smartcorrection.platform.notify.Attempt.Way;
import org.smartcorrection.platform.notify.Ladder.Due;
import org.smartcorrection.platform.notify.Ladder.Rung;

/** Rule H15: each rung after the one before, and at once where nobody was reached on that. */
class LadderTest {
  private static final Instant RAISED = Instant.parse("2026-11-26T18:00:00Z");
  private static final Ladder<Stage> LADDER =
      new Ladder<>(List.of(rung(Stage.FIRST, 2), rung(Stage.SECOND, 5), rung(Stage.LAST, 11)));

  private final List<Attempt<Stage>> tried = new ArrayList<>();

  private enum Stage {
    FIRST,
    SECOND,
    LAST
  }

  @Test
  void each_rung_waits_for_the_one_before() {
    assertEquals(due(Stage.FIRST, 2), next());
    tried(Stage.FIRST, 2, Answer.SENT);
    assertEquals(due(Stage.SECOND, 7), next());
    tried(Stage.SECOND, 7, Answer.SENT);
    assertEquals(due(Stage.LAST, 18), next());
    tried(Stage.LAST, 18, Answer.SENT);
    assertEquals(Optional.empty(), next());
  }

  @Test
  void who_cannot_be_reached_is_not_waited_for() {
    tried(Stage.FIRST, 2, Answer.UNAVAILABLE);
    assertEquals(due(Stage.SECOND, 2), next());
    tried(Stage.SECOND, 2, Answer.NOBODY);
    assertEquals(due(Stage.LAST, 2), next());
  }

  @Test
  void one_of_several_who_was_reached_is_given_time() {
    tried(Stage.SECOND, 4, Answer.SENT);
    tried(Stage.SECOND, 4, Answer.UNAVAILABLE);
    assertEquals(due(Stage.LAST, 15), next());
  }

  @Test
  void an_attempt_that_ended_with_its_process_holds_nothing_up_for_long() {
    tried(Stage.FIRST, 2, Answer.BEGUN);
    assertEquals(due(Stage.SECOND, 3), next());
  }

  @Test
  void where_nobody_at_all_was_reached_it_begins_anew_and_not_for_ever() {
    for (int round = 0; round < Ladder.ROUNDS; round++) {
      int at = 2 + round * 11;
      assertEquals(due(Stage.FIRST, at), next());
      for (Stage stage : Stage.values()) tried(stage, at, Answer.UNAVAILABLE);
    }
    assertEquals(Optional.empty(), next());
  }

  @Test
  void several_on_the_last_rung_are_one_round() {
    for (Stage stage : Stage.values()) tried(stage, 2, Answer.UNAVAILABLE);
    for (int more = 3; more < 8; more++) tried(Stage.LAST, more, Answer.UNAVAILABLE);
    assertEquals(due(Stage.FIRST, 18), next());
  }

  @Test
  void whoever_was_reached_once_is_not_called_anew() {
    for (Stage stage : Stage.values())
      tried(stage, 2, stage == Stage.SECOND ? Answer.SENT : Answer.UNAVAILABLE);
    assertEquals(Optional.empty(), next());
  }

  private Optional<Due<Stage>> next() {
    return LADDER.next(RAISED, tried);
  }

  private static Optional<Due<Stage>> due(Stage stage, int minutes) {
    return Optional.of(new Due<>(stage, RAISED.plus(Duration.ofMinutes(minutes))));
  }

  private static Rung<Stage> rung(Stage stage, int minutes) {
    return new Rung<>(stage, Duration.ofMinutes(minutes));
  }

  private void tried(Stage stage, int minutes, Answer answer) {
    tried.add(
        new Attempt<>(
            tried.size() + 1,
            stage,
            new AccountId(UUID.randomUUID()),
            Way.TEXT,
            RAISED.plus(Duration.ofMinutes(minutes)),
            answer,
            null));
  }
}
