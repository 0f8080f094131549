package org.smartcorrection.location.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.recording.Recording;
import org.smartcorrection.location.simulation.RecordedPerson.Fault;
import org.smartcorrection.location.supervision.Message;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Verification;

class RecordedPersonTest {
  /** Two recordings of six minutes: eastward at 10 m/s, and in a curve at about 1 m/s. */
  private static final List<Recording> RECORDINGS =
      List.of(
          recording(second -> new Offset(10 * second, 0)),
          recording(second -> new Offset(second, Math.sin(second / 60) * 20)));

  private static final Instant START = Instant.parse("2026-09-29T00:00:00Z");

  private record Lived(List<Message> messages, List<Episode> episodes) {
    List<Fix> fixes() {
      return messages.stream()
          .filter(Report.class::isInstance)
          .map(message -> ((Report) message).fix().orElseThrow())
          .toList();
    }

    Set<Episode.Kind> kinds() {
      return episodes.stream().map(Episode::kind).collect(Collectors.toSet());
    }
  }

  @Test
  void a_seed_gives_the_same_life_again() {
    for (Fault fault : Fault.values()) {
      var person = new RecordedPerson(7, RECORDINGS, fault);
      assertEquals(lived(person), lived(person));
      assertEquals(lived(fault), lived(person));
    }
  }

  @Test
  void only_what_was_put_in_is_true() {
    assertEquals(Set.of(), lived(Fault.NONE).kinds());
    assertEquals(Set.of(Episode.Kind.OUTSIDE), lived(Fault.BORDER).kinds());
    assertEquals(Set.of(Episode.Kind.SILENT), lived(Fault.DROPOUT).kinds());
    assertEquals(Set.of(), lived(Fault.JUMPS).kinds());
    assertEquals(Set.of(Episode.Kind.SPOOFED), lived(Fault.REPLAY).kinds());
    assertEquals(Set.of(), lived(Fault.WRONG_DATUM).kinds());
    assertEquals(Set.of(Episode.Kind.SPOOFED), lived(Fault.MOCK).kinds());
    assertEquals(Set.of(Episode.Kind.SEPARATED), lived(Fault.LEFT_BEHIND).kinds());
  }

  @Test
  void nothing_is_heard_in_a_dropout() {
    assertTrue(
        lived(Fault.DROPOUT).fixes().stream()
            .map(fix -> Duration.between(START, fix.time()).toMinutes())
            .noneMatch(minute -> minute >= 150 && minute < 330));
  }

  @Test
  void a_device_that_was_left_lies_still_while_its_person_is_shown_elsewhere() {
    Lived lived = lived(Fault.LEFT_BEHIND);
    List<Fix> lying =
        lived.fixes().stream()
            .filter(fix -> Duration.between(START, fix.time()).toMinutes() >= 150)
            .filter(fix -> Duration.between(START, fix.time()).toMinutes() < 330)
            .toList();
    Fix first = lying.getFirst();
    assertTrue(lying.stream().allMatch(fix -> fix.point().metresTo(first.point()) < 2_000));
    assertTrue(
        lived.messages().stream()
            .filter(Verification.class::isInstance)
            .map(Verification.class::cast)
            .anyMatch(shown -> shown.point().metresTo(first.point()) > 500));
  }

  private static Lived lived(Fault fault) {
    return lived(new RecordedPerson(7, RECORDINGS, fault));
  }

  private static Lived lived(RecordedPerson person) {
    var messages = new ArrayList<Message>();
    var episodes = new ArrayList<Episode>();
    person.live(
        new Watcher() {
          @Override
          public void received(Message message, Instant at) {
            messages.add(message);
          }

          @Override
          public void happened(Episode episode) {
            episodes.add(episode);
          }
        });
    return new Lived(List.copyOf(messages), List.copyOf(episodes));
  }

  private interface Way {
    Offset at(double second);
  }

  private static Recording recording(Way way) {
    return new Recording(
        IntStream.range(0, 72)
            .mapToObj(i -> new Recording.Moment(Duration.ofSeconds(5L * i), way.at(5.0 * i)))
            .toList());
  }
}
