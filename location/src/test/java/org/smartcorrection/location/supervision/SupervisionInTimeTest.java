package org.smartcorrection.location.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.supervision.Observation.Phase;
import org.smartcorrection.location.supervision.SupervisionInTime.Since;

/** What belongs to a time is judged by the rules of that time. */
class SupervisionInTimeTest {
  private static final Terms TERMS = Terms.of(Wearer.permitted());
  private static final Supervision BEFORE = new Supervision(SupervisionRules.standard());
  private static final Supervision AFTER =
      new Supervision(
          Figure.set(
              "later",
              SupervisionRules.standard(),
              Map.of(
                  Figure.SILENT_MINUTES,
                  45,
                  Figure.CLEAR_FIXES,
                  6,
                  Figure.DWELL_FIXES,
                  6,
                  Figure.DWELL_MINUTES,
                  10)));

  private final Wearer wearer = new Wearer();

  @Test
  void a_journey_is_judged_by_the_rules_of_its_time() {
    Timeline before = told(at(100_000), out(900));
    Timeline after = told(at(0), out(900));

    Observation early = left(before);
    Observation late = left(after);
    assertEquals("supervision-2", early.ruleVersion());
    assertEquals("later", late.ruleVersion());
    assertTrue(late.at().isAfter(early.at()), "six positions take longer than three");
  }

  @Test
  void a_silence_of_before_the_change_is_found_by_the_rules_of_before() {
    // the last word at 0, twenty minutes later the rules before say offline, at 25 they change
    Timeline timeline = new Timeline(inTime(at(1_500)), TERMS);
    timeline.hear(message(0, 0));
    timeline.pass(at(7_200));

    Observation offline = timeline.observations().getFirst();
    assertEquals(Kind.OFFLINE, offline.kind());
    assertEquals("supervision-2", offline.ruleVersion());
    assertEquals(at(1_200), offline.at());
  }

  @Test
  void a_silence_over_the_change_is_found_by_the_rules_that_hold_when_it_is_long_enough() {
    Timeline timeline = new Timeline(inTime(at(600)), TERMS);
    timeline.hear(message(0, 0));
    timeline.pass(at(1_300));
    assertEquals(List.of(), timeline.observations());
    timeline.pass(at(2_700));
    assertEquals("later", timeline.observations().getFirst().ruleVersion());
  }

  @Test
  void the_order_of_delivery_and_the_looks_at_the_clock_change_nothing() {
    var random = new Random(20261126);
    for (int change = 0; change < 9_000; change += 450) {
      List<Message> messages = day();
      Timeline inOrder = told(at(change), messages);
      inOrder.pass(at(12_000));
      var anyhow = new Timeline(inTime(at(change)), TERMS);
      List<Message> shuffled = new ArrayList<>(messages);
      Collections.shuffle(shuffled, random);
      for (Message message : shuffled) {
        anyhow.hear(message);
        if (random.nextInt(4) == 0) anyhow.pass(message.time().plusSeconds(random.nextInt(3_000)));
      }
      anyhow.pass(at(12_000));
      assertEquals(inOrder.observations(), anyhow.observations(), "changed after " + change);
      assertTrue(inOrder.observations().size() > 1);
    }
  }

  @Test
  void rules_stand_in_the_order_of_their_time() {
    assertThrows(IllegalArgumentException.class, () -> new SupervisionInTime(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SupervisionInTime(List.of(new Since(at(5), BEFORE), new Since(at(5), AFTER))));
    assertEquals("supervision-2", inTime(at(10)).rules(at(9)).version());
    assertEquals("later", inTime(at(10)).rules(at(10)).version());
  }

  private static SupervisionInTime inTime(Instant change) {
    return new SupervisionInTime(
        List.of(new Since(Instant.EPOCH, BEFORE), new Since(change, AFTER)));
  }

  private static Timeline told(Instant change, List<Message> messages) {
    var timeline = new Timeline(inTime(change), TERMS);
    messages.forEach(timeline::hear);
    return timeline;
  }

  private static Observation left(Timeline timeline) {
    return timeline.observations().stream()
        .filter(one -> one.kind() == Kind.LEFT_PERMITTED_AREA && one.phase() == Phase.RAISED)
        .findFirst()
        .orElseThrow();
  }

  /** At home, then going outside at 20 metres a second, and staying there. */
  private List<Message> out(int until) {
    var messages = new ArrayList<Message>();
    for (int second = 0; second <= until; second += 30)
      messages.add(message(second, Math.min(6_500, 4_000 + 20 * Math.max(0, second - 180))));
    return messages;
  }

  /** Out, silent for half an hour, and back. */
  private List<Message> day() {
    List<Message> messages = out(900);
    for (int second = 2_700; second <= 4_500; second += 60) messages.add(message(second, 6_500));
    for (int second = 4_800; second <= 6_600; second += 60) messages.add(message(second, 1_000));
    return messages;
  }

  private Message message(int second, double east) {
    return wearer.report(second, east, 8, FixSource.GNSS, 0);
  }

  private static Instant at(int second) {
    return Wearer.START.plusSeconds(second);
  }
}
