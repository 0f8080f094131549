package org.smartcorrection.platform.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.smartcorrection.location.supervision.Kind.LEFT_PERMITTED_AREA;
import static org.smartcorrection.location.supervision.Kind.OFFLINE;
import static org.smartcorrection.location.supervision.Kind.STRAP_OPEN;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Observation.Phase;
import org.smartcorrection.platform.lab.Compared.Alarm;
import org.smartcorrection.platform.lab.Compared.Fate;
import org.smartcorrection.platform.lab.Compared.Tally;
import org.smartcorrection.platform.tracking.PastTracks.Asked;
import org.smartcorrection.platform.tracking.PastTracks.Judged;

class ComparedTest {
  private static final Instant START = Instant.parse("2026-09-29T00:00:00Z");
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  @Test
  void what_begins_a_little_later_is_kept_and_asked_later() {
    Compared compared =
        compared(
            List.of(raised(LEFT_PERMITTED_AREA, 0, 2)),
            List.of(raised(LEFT_PERMITTED_AREA, 1, 7)),
            List.of(new Asked(LEFT_PERMITTED_AREA, "", at(0), ONE)));

    assertEquals(new Tally(1, 0, 0, 300, 0), compared.kinds().get(LEFT_PERMITTED_AREA));
    assertEquals(List.of(new Alarm(ONE, LEFT_PERMITTED_AREA, Fate.KEPT)), compared.alarms());
  }

  @Test
  void what_the_others_do_not_ask_is_lost_with_its_alarm_and_what_they_ask_alone_is_a_number() {
    Compared compared =
        compared(
            List.of(raised(STRAP_OPEN, 0, 2), ended(STRAP_OPEN, 0, 5)),
            List.of(raised(OFFLINE, 100, 120)),
            List.of(new Asked(STRAP_OPEN, "", at(0), ONE)));

    assertEquals(new Tally(0, 1, 0, 0, 0), compared.kinds().get(STRAP_OPEN));
    assertEquals(new Tally(0, 0, 1, 0, 0), compared.kinds().get(OFFLINE));
    assertEquals(List.of(new Alarm(ONE, STRAP_OPEN, Fate.LOST)), compared.alarms());
  }

  @Test
  void the_same_kind_on_another_day_is_another_matter() {
    Compared compared =
        compared(
            List.of(raised(OFFLINE, 0, 20), ended(OFFLINE, 0, 40)),
            List.of(raised(OFFLINE, 600, 620), ended(OFFLINE, 600, 640)),
            List.of());
    assertEquals(new Tally(0, 1, 1, 0, 0), compared.kinds().get(OFFLINE));
  }

  @Test
  void two_times_are_not_kept_by_one() {
    Compared compared =
        compared(
            List.of(
                raised(OFFLINE, 0, 20),
                ended(OFFLINE, 0, 40),
                raised(OFFLINE, 50, 70),
                ended(OFFLINE, 50, 90)),
            List.of(raised(OFFLINE, 0, 20), ended(OFFLINE, 0, 90)),
            List.of());
    assertEquals(new Tally(1, 1, 0, 0, 0), compared.kinds().get(OFFLINE));
  }

  @Test
  void what_was_asked_and_is_not_found_again_is_said() {
    Compared compared =
        compared(
            List.of(),
            List.of(),
            List.of(
                new Asked(OFFLINE, "", at(0), ONE),
                new Asked(LEFT_PERMITTED_AREA, "", at(9), TWO)));
    assertEquals(new Tally(0, 0, 0, 0, 1), compared.kinds().get(OFFLINE));
    assertEquals(List.of(), compared.alarms());
  }

  private static Compared compared(
      List<Observation> inForce, List<Observation> proposed, List<Asked> asked) {
    return Compared.of(new Judged(inForce, proposed, asked, 0));
  }

  private static Observation raised(Kind kind, int since, int at) {
    return observation(kind, Phase.RAISED, since, at);
  }

  private static Observation ended(Kind kind, int since, int at) {
    return observation(kind, Phase.ENDED, since, at);
  }

  private static Observation observation(Kind kind, Phase phase, int since, int at) {
    return new Observation(
        kind,
        phase,
        "",
        at(since),
        at(at),
        0.9,
        Severity.AMBER,
        Set.of(),
        List.of(),
        List.of(),
        "1");
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }
}
