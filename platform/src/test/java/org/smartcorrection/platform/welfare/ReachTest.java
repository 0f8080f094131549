package org.smartcorrection.platform.welfare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.welfare.Reach.Answer;
import org.smartcorrection.platform.welfare.Reach.Attempt;
import org.smartcorrection.platform.welfare.Reach.Due;
import org.smartcorrection.platform.welfare.Reach.Stage;
import org.smartcorrection.platform.welfare.Reach.Way;

class ReachTest {
  private static final Instant RAISED = Instant.parse("2026-03-01T02:00:00Z");
  private static final Reach.Patience PATIENCE =
      new Reach.Patience(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(10));

  @Test
  void by_day_the_responsible_officer_hears_first_and_by_night_whoever_is_on_duty() {
    assertEquals(Optional.of(new Due(Stage.OFFICER, RAISED)), next(false));
    assertEquals(Optional.of(new Due(Stage.DUTY, RAISED)), next(true));
  }

  @Test
  void whoever_was_reached_has_time_and_whoever_was_not_has_none() {
    assertEquals(
        Optional.of(new Due(Stage.DUTY, RAISED.plusSeconds(300))), next(false, Answer.SENT));
    assertEquals(Optional.of(new Due(Stage.DUTY, RAISED)), next(false, Answer.UNAVAILABLE));
    assertEquals(
        Optional.of(new Due(Stage.HEAD, RAISED)), next(true, Answer.UNAVAILABLE, Answer.NOBODY));
  }

  @Test
  void it_ends_with_the_head_and_begins_anew_where_nobody_was_reached() {
    assertEquals(Optional.empty(), next(true, Answer.SENT, Answer.UNAVAILABLE, Answer.UNAVAILABLE));
    assertEquals(
        Optional.of(new Due(Stage.DUTY, RAISED.plusSeconds(600))),
        next(true, Answer.UNAVAILABLE, Answer.UNAVAILABLE, Answer.UNAVAILABLE));
  }

  private static Optional<Due> next(boolean night, Answer... answers) {
    List<Stage> stages =
        night
            ? List.of(Stage.DUTY, Stage.DEPUTY, Stage.HEAD)
            : List.of(Stage.OFFICER, Stage.DUTY, Stage.DEPUTY, Stage.HEAD);
    var tried = new ArrayList<Attempt>();
    for (int i = 0; i < answers.length; i++)
      tried.add(new Attempt(i + 1, stages.get(i), null, Way.VOICE, RAISED, answers[i], null));
    return Reach.next(RAISED, night, PATIENCE, tried);
  }
}
