package org.smartcorrection.location.supervision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.measure.GroundTerms;
import org.smartcorrection.location.simulation.Episode;
import org.smartcorrection.location.simulation.Seeds;
import org.smartcorrection.location.simulation.SimulatedPerson;
import org.smartcorrection.location.simulation.Watcher;
import org.smartcorrection.location.supervision.Observation.Phase;

class TimelineTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private final Supervision supervision = new Supervision(SupervisionRules.standard());

  private record Lived(Terms terms, List<Message> messages) {}

  @Test
  void the_order_of_delivery_does_not_matter_for_what_stays() {
    long seed = 41;
    var random = new Random(seed);
    int observations = 0;
    int revisions = 0;
    for (long person : Seeds.toTune(6).toArray()) {
      Lived lived = live(person, 6);
      Instant end = lived.messages.getLast().time().plusSeconds(7_200);
      var inOrder = new Timeline(supervision, lived.terms);
      lived.messages.forEach(inOrder::hear);
      inOrder.pass(end);
      var shuffled = new Timeline(supervision, lived.terms);
      for (Message message : delivered(lived.messages, random)) {
        if (random.nextInt(20) == 0) {
          shuffled.pass(message.time().plusSeconds(random.nextInt(4_000)));
        }
        shuffled.hear(message);
      }
      shuffled.pass(end);
      assertEquals(inOrder.observations(), shuffled.observations(), "seed " + seed);
      assertEquals(inOrder.state(), shuffled.state(), "seed " + seed);
      observations += inOrder.observations().size();
      revisions += shuffled.revisions();
    }
    assertTrue(observations > 50 && revisions > 100, observations + " and " + revisions);
  }

  @Test
  void a_state_that_was_stored_between_any_two_messages_goes_on_in_the_same_way() {
    int largest = 0;
    var sizes = new ArrayList<Integer>();
    for (long person : Seeds.toTune(8).toArray()) {
      Lived lived = live(person, 8);
      SupervisionState kept = SupervisionState.start();
      SupervisionState stored = SupervisionState.start();
      for (Message message : lived.messages) {
        Outcome whole = supervision.hear(kept, message, lived.terms);
        byte[] bytes = stored.encode();
        sizes.add(bytes.length);
        largest = Math.max(largest, bytes.length);
        Outcome resumed = supervision.hear(SupervisionState.decode(bytes), message, lived.terms);
        assertEquals(whole.observations(), resumed.observations());
        assertEquals(whole.fix(), resumed.fix());
        kept = whole.state();
        stored = resumed.state();
      }
      assertArrayEquals(kept.encode(), stored.encode());
    }
    Collections.sort(sizes);
    assertTrue(sizes.get(sizes.size() / 2) < 1_024, "median: " + sizes.get(sizes.size() / 2));
    assertTrue(largest < 4_096, "largest: " + largest);
  }

  @Test
  void damaged_states_are_refused_and_never_misread() {
    long seed = 42;
    var random = new Random(seed);
    Lived lived = live(3, 2);
    SupervisionState state = SupervisionState.start();
    for (Message message : lived.messages) {
      state = supervision.hear(state, message, lived.terms).state();
    }
    byte[] good = state.encode();
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 20));
      for (int flips = random.nextInt(4); flips >= 0 && bad.length > 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      try {
        SupervisionState read = SupervisionState.decode(bad);
        assertEquals(read, SupervisionState.decode(read.encode()), "seed " + seed);
      } catch (IllegalArgumentException refused) {
        // the only way a damaged state may end
      }
    }
    assertThrows(IllegalArgumentException.class, () -> SupervisionState.decode(new byte[] {9}));
  }

  @Test
  void late_positions_withdraw_a_silence_and_add_the_departure_that_it_hid() {
    var wearer = new Wearer();
    var timeline = new Timeline(supervision, Terms.of(Wearer.permitted()));
    for (int second = 0; second <= 600; second += 60) {
      timeline.hear(wearer.report(second, 4_500 + second % 7, 8, FixSource.GNSS, 0));
    }
    timeline.pass(Wearer.START.plusSeconds(7_000));
    assertEquals(List.of(Kind.OFFLINE), kinds(timeline));
    for (int second = 660; second <= 7_200; second += 60) {
      timeline.hear(wearer.report(second, 6_000 + second % 7, 8, FixSource.GNSS, 0));
    }
    assertEquals(List.of(Kind.LEFT_PERMITTED_AREA), kinds(timeline));
  }

  private static List<Kind> kinds(Timeline timeline) {
    return timeline.observations().stream()
        .filter(one -> one.phase() == Phase.RAISED)
        .map(Observation::kind)
        .toList();
  }

  /** One of twenty comes up to twelve hours late, some twice. */
  private static List<Message> delivered(List<Message> messages, Random random) {
    record Arrival(Instant at, Message message) {}
    var arrivals = new ArrayList<Arrival>();
    for (Message message : messages) {
      long late = random.nextInt(20) == 0 ? random.nextInt(12 * 3_600) : 0;
      arrivals.add(new Arrival(message.time().plusSeconds(late), message));
      if (random.nextInt(50) == 0) {
        arrivals.add(new Arrival(message.time().plusSeconds(random.nextInt(9_000)), message));
      }
    }
    arrivals.sort(Comparator.comparing(Arrival::at));
    return arrivals.stream().map(Arrival::message).toList();
  }

  private static Lived live(long seed, int days) {
    var person = new SimulatedPerson(seed, FIRST, days);
    var messages = new ArrayList<Message>();
    person.live(
        new Watcher() {
          @Override
          public void received(Message message, Instant at) {
            messages.add(message);
          }

          @Override
          public void happened(Episode episode) {}
        });
    messages.sort(Comparator.comparing(Message::time));
    return new Lived(GroundTerms.of(person.ground()), messages);
  }
}
