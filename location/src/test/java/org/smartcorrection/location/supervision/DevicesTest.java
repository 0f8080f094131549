package org.smartcorrection.location.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.Sentence;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.supervision.Observation.Phase;

class DevicesTest {
  private final Wearer person = new Wearer();

  @Test
  void a_silence_is_found_at_its_hour_and_over_when_something_is_heard() {
    person.gnss(0, 0);
    person.pass(1_199);
    assertEquals(List.of(), person.raised());
    person.pass(5_000);
    Observation offline = person.only(Phase.RAISED);
    assertEquals(Kind.OFFLINE, offline.kind());
    assertEquals(Wearer.START.plusSeconds(1_200), offline.at());
    person.pass(9_000);
    person.gnss(9_100, 0);
    assertEquals(1, person.raised().size());
    assertEquals(Wearer.START.plusSeconds(9_100), person.only(Phase.ENDED).at());
  }

  @Test
  void a_silence_that_begins_in_an_approved_dead_zone_is_explained_for_a_while() {
    person.under(
        new Terms(
            Optional.of(Wearer.permitted()),
            List.of(),
            List.of(),
            List.of(new DeadZone("tunnel", Wearer.circle(0, 500), Duration.ofHours(1)))));
    person.gnss(0, 100);
    person.pass(3_500);
    assertEquals(List.of(), person.raised());
    person.pass(3_700);
    assertEquals(Set.of(Reason.LEFT_DEAD_ZONE), person.only(Phase.RAISED).reasons());
  }

  @Test
  void a_departure_is_not_lost_because_the_device_died() {
    person.gnss(0, 4_700);
    person.gnss(30, 5_300);
    person.pass(2_000);
    assertEquals(List.of(Kind.OFFLINE, Kind.LEFT_PERMITTED_AREA), person.raised());
    Observation left = person.observations().getLast();
    assertEquals(Severity.AMBER, left.severity());
    assertEquals(Set.of(Reason.SILENT_SINCE), left.reasons());
  }

  @Test
  void a_loose_contact_is_not_an_open_strap() {
    person.gnss(0, 0);
    person.signs(Wearer.WORN.with(Sign.STRAP_OPEN, true)).gnss(30, 0);
    person.signs(Wearer.WORN).gnss(60, 0);
    assertEquals(List.of(), person.raised());
    person.signs(Wearer.WORN.with(Sign.STRAP_OPEN, true));
    for (int second = 90; second <= 210; second += 30) person.gnss(second, 0);
    assertEquals(Kind.STRAP_OPEN, person.only(Phase.RAISED).kind());
    person.signs(Wearer.WORN).gnss(240, 0);
    person.gnss(270, 0);
    assertEquals(Kind.STRAP_OPEN, person.only(Phase.ENDED).kind());
  }

  @Test
  void a_low_battery_is_blue_and_over_once_it_is_charged() {
    person.battery(19).gnss(0, 0);
    person.battery(18).gnss(30, 0);
    assertEquals(Severity.BLUE, person.only(Phase.RAISED).severity());
    person.signs(Wearer.WORN.with(Sign.CHARGING, true)).gnss(60, 0);
    assertEquals(Kind.BATTERY_LOW, person.only(Phase.ENDED).kind());
  }

  @Test
  void switching_off_is_blue_when_the_battery_was_empty() {
    person.gnss(0, 0);
    person.signs(Wearer.WORN.with(Sign.POWERING_OFF, true)).gnss(30, 0);
    assertEquals(Severity.AMBER, person.only(Phase.RAISED).severity());
    var empty = new Wearer();
    empty.battery(3).signs(Wearer.WORN.with(Sign.POWERING_OFF, true)).gnss(0, 0);
    assertTrue(empty.observations().stream().allMatch(one -> one.severity() == Severity.BLUE));
  }

  @Test
  void a_person_who_was_shown_to_be_elsewhere_is_without_the_device() {
    for (int second = 0; second <= 600; second += 60) person.gnss(second, second % 7);
    person.verified(610, 4_000);
    Observation separated = person.only(Phase.RAISED);
    assertEquals(Kind.SEPARATED, separated.kind());
    assertEquals(Severity.RED, separated.severity());
    person.verified(620, 5);
    assertEquals(Kind.SEPARATED, person.only(Phase.ENDED).kind());
  }

  @Test
  void a_device_that_lies_still_by_day_is_asked_about_and_one_at_night_is_not() {
    Signs still = Wearer.WORN.with(Sign.MOVED, false);
    person.gnss(0, 0);
    person.signs(still);
    for (int second = 4 * 3_600; second <= 4 * 3_600 + 3_600; second += 300) {
      person.gnss(second, second % 7);
    }
    Observation separated =
        person.observations().stream()
            .filter(one -> one.kind() == Kind.SEPARATED)
            .findFirst()
            .orElseThrow();
    assertEquals(Set.of(Reason.STILL), separated.reasons());
    var sleeper = new Wearer();
    sleeper.signs(still);
    for (int second = 15 * 3_600; second <= 18 * 3_600; second += 300) {
      sleeper.gnss(second, second % 7);
    }
    assertEquals(List.of(), sleeper.raised());
  }

  @Test
  void positions_that_software_made_are_named_and_not_used() {
    person.gnss(0, 0);
    person.signs(Wearer.WORN.with(Sign.MOCKED, true));
    for (int second = 30; second <= 300; second += 30) person.gnss(second, 9_000);
    assertEquals(List.of(Kind.MOCKED), person.raised());
  }

  @Test
  void a_clock_that_is_off_is_named_after_a_while() {
    for (int second = 0; second <= 600; second += 60) person.clock(second, second % 7, 86_400);
    assertEquals(List.of(Kind.CLOCK_DRIFT), person.raised());
  }

  @Test
  void nobody_is_where_they_cannot_have_travelled_to() {
    person.gnss(0, 0);
    for (int second = 30; second <= 3_600; second += 30) person.gnss(second, 90_000 + second % 7);
    assertEquals(List.of(Kind.IMPOSSIBLE_TRAVEL), person.raised());
    person.gnss(3_630, 10);
    assertEquals(Kind.IMPOSSIBLE_TRAVEL, person.only(Phase.ENDED).kind());
  }

  @Test
  void satellites_and_networks_that_disagree_again_and_again_are_named() {
    for (int round = 0; round < 6; round++) {
      person.fix(600L * round, 4_000, 40, FixSource.WIFI);
      person.gnss(600L * round + 300, round);
      person.fix(600L * round + 309, 4_000, 400, FixSource.CELL);
      person.gnss(600L * round + 310, round + 0.5);
    }
    assertEquals(List.of(Kind.SOURCES_DISAGREE), person.raised());
  }

  @Test
  void a_journey_that_was_sent_before_is_recognised_by_its_digits() {
    long seed = 31;
    var random = new Random(seed);
    double[] journey = new double[300];
    for (int i = 0; i < journey.length; i++) {
      journey[i] = 2_000 * Math.sin(i / 20.0) + random.nextGaussian() * 8;
    }
    for (int i = 0; i < journey.length; i++) person.gnss(30L * i, journey[i]);
    assertEquals(List.of(), person.raised(), "seed " + seed);
    for (int i = 0; i < journey.length; i++) person.gnss(90_000 + 30L * i, journey[i]);
    assertTrue(person.raised().contains(Kind.REPLAYED), "seed " + seed);
  }

  @Test
  void a_movement_without_tremor_is_drawn() {
    for (int i = 0; i < 20; i++) person.gnss(30L * i, i * 90.0);
    assertEquals(List.of(Kind.TOO_SMOOTH), person.raised());
  }

  @Test
  void once_is_never_enough_and_no_sensor_is_red() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Persistence(1, Duration.ZERO, 0.9, Severity.AMBER));
    assertThrows(
        IllegalArgumentException.class, () -> new Persistence(2, Duration.ZERO, 0.9, Severity.RED));
  }

  @Test
  void m16_everything_is_said_in_both_languages_and_nothing_of_a_place_to_the_person() {
    for (Kind kind : Kind.values()) {
      for (Phase phase : Phase.values()) {
        var observation =
            new Observation(
                kind,
                phase,
                "zone",
                Wearer.START,
                Wearer.START,
                0.9,
                Severity.AMBER,
                Set.of(Reason.values()),
                List.of(),
                List.of(),
                "v");
        for (Sentence sentence : Words.of(observation)) read(sentence);
        Words.forThePerson(observation).forEach(DevicesTest::read);
      }
    }
    assertEquals(
        Words.forThePerson(sample(Kind.LEFT_PERMITTED_AREA)).getFirst().in(Locale.ENGLISH, ZONE),
        Words.forThePerson(sample(Kind.ENTERED_FORBIDDEN_ZONE))
            .getFirst()
            .in(Locale.ENGLISH, ZONE));
  }

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static Observation sample(Kind kind) {
    return new Observation(
        kind,
        Phase.RAISED,
        "",
        Wearer.START,
        Wearer.START,
        0.9,
        Severity.AMBER,
        Set.of(),
        List.of(),
        List.of(),
        "v");
  }

  private static void read(Sentence sentence) {
    assertTrue(!sentence.in(Locale.ENGLISH, ZONE).isBlank());
    assertTrue(
        sentence
            .in(Locale.SIMPLIFIED_CHINESE, ZONE)
            .codePoints()
            .anyMatch(Character::isIdeographic));
  }
}
