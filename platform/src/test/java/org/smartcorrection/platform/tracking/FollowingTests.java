package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Observation.Phase;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.location.supervision.Signs;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People are followed the same in whatever order messages come and whatever stops meanwhile. */
@PlatformTest
class FollowingTests {
  private static final double INSIDE = 104.55;
  private static final double OUTSIDE = 104.63;

  @Autowired Scene scene;
  @Autowired MovableClock clock;
  @Autowired Intake intake;
  @Autowired Following following;
  @Autowired Journal journal;
  @Autowired Observations observations;
  @Autowired Alarms alarms;
  @Autowired Questions questions;
  @Autowired Acts acts;
  @Autowired Grounds grounds;
  @Autowired JdbcClient jdbc;

  /** What a device measured, told by minutes of a day's beginning. */
  private record Measured(int second, double longitude) {}

  @Test
  void the_order_in_which_messages_come_changes_nothing() throws Exception {
    List<Measured> day = outAndBack();
    var shuffled = new ArrayList<>(day);
    Collections.shuffle(shuffled, new Random(20261126));
    Somebody inOrder = scene.positioned(3);
    Somebody anyhow = scene.positioned(3);
    Instant start = now();
    clock.forward(Duration.ofHours(2));

    send(inOrder, start, day, 50);
    send(anyhow, start, shuffled, 7);
    settle();

    List<String> expected = told(inOrder.person(), start);
    assertTrue(expected.stream().anyMatch(one -> one.startsWith("LEFT_PERMITTED_AREA RAISED")));
    assertTrue(expected.stream().anyMatch(one -> one.startsWith("LEFT_PERMITTED_AREA ENDED")));
    assertEquals(expected, told(anyhow.person(), start));
    assertEquals(journal(inOrder, start).size(), day.size());
    assertEquals(fates(inOrder, start), fates(anyhow, start));
  }

  @Test
  void whoever_starts_again_in_the_middle_finds_the_same() throws Exception {
    List<Measured> day = outAndBack();
    Somebody going = scene.positioned(3);
    Somebody stopping = scene.positioned(3);
    Instant start = now();
    clock.forward(Duration.ofHours(2));

    send(going, start, day, day.size());
    Device device = device(stopping);
    for (Measured one : day) {
      following.forget(stopping.person()); // as a start does
      take(device, start, one).get();
    }
    settle(); // time may have looked at one of them and not at the other

    assertEquals(told(going.person(), start), told(stopping.person(), start));
    assertEquals(fates(going, start), fates(stopping, start));
  }

  @Test
  void a_silence_that_stored_messages_disprove_is_withdrawn_by_an_act() throws Exception {
    Somebody somebody = scene.positioned(3);
    Device device = device(somebody);
    Instant start = now();
    clock.forward(Duration.ofMinutes(2));
    send(somebody, device, start, at(INSIDE, 0, 60, 120));
    clock.forward(Duration.ofMinutes(40));

    intake.look().get();
    Alarm silence = alarm(somebody);
    assertEquals(AlarmKind.NO_SIGNAL, silence.kind());
    assertEquals("RAISED", silence.state());

    var stored = new ArrayList<Measured>();
    for (int second = 180; second < 39 * 60; second += 60) stored.add(new Measured(second, INSIDE));
    send(somebody, device, start, stored);
    settle();

    Alarm withdrawn = alarm(somebody);
    assertEquals(silence.id(), withdrawn.id());
    assertEquals("WITHDRAWN", withdrawn.state());
    assertTrue(withdrawn.closed());
    assertNotNull(withdrawn.withdrawnAt());
    UUID instance = withdrawn.instance();
    assertNotNull(instance);
    assertEquals("AlarmWithdrawn", acts.ofInstance(instance).getLast().type());
    List<Observations.Noted> noted = observations.of(withdrawn);
    assertFalse(noted.isEmpty());
    assertTrue(noted.stream().noneMatch(Observations.Noted::stands));
  }

  @Test
  void an_exit_that_comes_late_is_asked_about_once() throws Exception {
    Somebody somebody = scene.positioned(3);
    Device device = device(somebody);
    Instant start = now();
    clock.forward(Duration.ofHours(1));
    send(somebody, device, start, at(INSIDE, 0, 600, 1_700, 2_400, 2_460));
    assertTrue(alarms.of(somebody.person(), 5).isEmpty());

    List<Measured> late = at(OUTSIDE, 1_000, 1_030, 1_060, 1_090, 1_120, 1_150);
    send(somebody, device, start, late);
    send(somebody, device, start, late);
    settle();

    Alarm alarm = alarm(somebody);
    assertEquals(AlarmKind.LEFT_AREA, alarm.kind());
    assertEquals(1, alarms.of(somebody.person(), 5).size());
    assertEquals(11, journal(somebody, start).size());
    List<Phase> phases =
        observations.of(alarm).stream().map(one -> one.observation().phase()).toList();
    assertEquals(Phase.RAISED, phases.getFirst());
    assertEquals(Phase.ENDED, phases.getLast());
  }

  @Test
  void an_area_that_is_drawn_anew_is_weighed_at_once() throws Exception {
    Somebody somebody = scene.positioned(3);
    Device device = device(somebody);
    Instant start = now().minusSeconds(240);
    clock.forward(Duration.ofMinutes(4));
    send(somebody, device, start.plusSeconds(240), at(INSIDE, 0, 60, 120, 180));
    assertTrue(alarms.of(somebody.person(), 5).isEmpty());

    var east =
        List.of(
            new Wgs84Point(31.1, 104.7),
            new Wgs84Point(31.1, 104.8),
            new Wgs84Point(31.2, 104.8),
            new Wgs84Point(31.2, 104.7));
    scene.perform(
        scene.areaOf(somebody),
        "AreaSet",
        Facts.NONE
            .text("name", "East")
            .choice("basis", "PLACE_OF_EXECUTION")
            .text("geometry", GeoJson.write(List.of(Polygon.of(east))))
            .choice("source", "DRAWN")
            .choice("datum", "WGS_84"),
        somebody.staff().officer());
    intake.look().get();

    assertEquals(AlarmKind.LEFT_AREA, alarm(somebody).kind());
  }

  @Test
  void a_low_battery_is_advice_and_no_question() throws Exception {
    Somebody somebody = scene.positioned(3);
    Device device = device(somebody);
    Instant start = now();
    clock.forward(Duration.ofMinutes(1));

    take(device, report(start.plusSeconds(1), INSIDE, 55)).get();
    take(device, report(start.plusSeconds(31), INSIDE, 9)).get();

    assertTrue(alarms.of(somebody.person(), 5).isEmpty());
    assertTrue(observations.isOn(somebody.person(), ground(somebody), Kind.BATTERY_LOW));
    take(device, report(start.plusSeconds(50), INSIDE, 100)).get();
    assertFalse(observations.isOn(somebody.person(), ground(somebody), Kind.BATTERY_LOW));
  }

  @Test
  void small_pages_are_bound_together_and_say_the_same() throws Exception {
    Somebody somebody = scene.positioned(3);
    Device device = device(somebody);
    Instant start = now();
    clock.forward(Duration.ofHours(2));
    for (int i = 0; i < 3 * Tail.LOOSE; i++)
      take(device, start, new Measured(60 * i, INSIDE)).get();
    intake.look().get(); // the writer was at rest in between, and binds when it is

    assertEquals(3 * Tail.LOOSE, journal(somebody, start).size());
    assertTrue(
        jdbc.sql("select count(*) from tracking.journal where person = ?")
                .param(somebody.person().value())
                .query(Integer.class)
                .single()
            < 2 * Tail.LOOSE);
  }

  /** In the area, out of it for a quarter of an hour, and back. */
  private static List<Measured> outAndBack() {
    var day = new ArrayList<Measured>();
    for (int i = 0; i < 30; i++) day.add(new Measured(60 * i, INSIDE + i * 0.00002));
    for (int i = 40; i < 55; i++) day.add(new Measured(60 * i, OUTSIDE + i * 0.00002));
    for (int i = 66; i < 90; i++) day.add(new Measured(60 * i, INSIDE + i * 0.00002));
    return day;
  }

  private static List<Measured> at(double longitude, int... seconds) {
    var all = new ArrayList<Measured>();
    for (int second : seconds) all.add(new Measured(second, longitude));
    return all;
  }

  private void send(Somebody somebody, Instant start, List<Measured> all, int atOnce)
      throws Exception {
    Device device = device(somebody);
    for (int i = 0; i < all.size(); i += atOnce)
      send(somebody, device, start, all.subList(i, Math.min(all.size(), i + atOnce)));
  }

  private void send(Somebody somebody, Device device, Instant start, List<Measured> all)
      throws Exception {
    var answers = new ArrayList<CompletableFuture<Answer>>();
    for (Measured one : all) answers.add(take(device, start, one));
    for (CompletableFuture<Answer> answer : answers)
      assertEquals(new Answer.Kept(), answer.get(), () -> "of " + somebody.person());
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
  }

  /** What came late may have to wait for its turn. */
  private void settle() throws Exception {
    do intake.look().get();
    while (!following.waiting().isEmpty());
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
  }

  private CompletableFuture<Answer> take(Device device, Instant start, Measured one)
      throws InterruptedException {
    return take(device, report(start.plusSeconds(one.second()), one.longitude(), 80));
  }

  private CompletableFuture<Answer> take(Device device, RawReport report)
      throws InterruptedException {
    return intake.take(device, report);
  }

  private static RawReport report(Instant time, double longitude, int battery) {
    return new RawReport(
        new RawFix(
            Optional.of(time),
            OptionalDouble.of(31.15),
            OptionalDouble.of(longitude),
            OptionalDouble.of(10),
            FixSource.GNSS,
            OptionalDouble.of(0),
            OptionalDouble.empty(),
            OptionalInt.of(battery)),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        Signs.NONE,
        Optional.empty());
  }

  private Device device(Somebody somebody) {
    UUID id = UUID.fromString(scene.device(somebody, DeviceKind.DEDICATED).id());
    return new Device(id, DeviceKind.DEDICATED, somebody.person());
  }

  private List<Entry> journal(Somebody somebody, Instant start) {
    return journal.from(somebody.person(), start);
  }

  private List<String> fates(Somebody somebody, Instant start) {
    return journal(somebody, start).stream()
        .map(entry -> Duration.between(start, entry.time()) + " " + entry.fate())
        .toList();
  }

  private List<String> told(PersonId person, Instant start) {
    UUID ground = grounds.of(person).orElseThrow().instance();
    return observations.standing(person, ground, 0).stream()
        .map(Observations.Noted::observation)
        .map(one -> told(one, start))
        .sorted()
        .toList();
  }

  private static String told(Observation one, Instant start) {
    return "%s %s %s %s %s %.6f"
        .formatted(
            one.kind(),
            one.phase(),
            Duration.between(start, one.since()),
            Duration.between(start, one.at()),
            one.severity(),
            one.probability());
  }

  private UUID ground(Somebody somebody) {
    return grounds.of(somebody.person()).orElseThrow().instance();
  }

  private Alarm alarm(Somebody somebody) throws InterruptedException {
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    return alarms.of(somebody.person(), 1).getFirst();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }
}
