package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Fact;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
class IngestTests {
  private static final double HOME_LATITUDE = 31.15;
  private static final double HOME_LONGITUDE = 104.55;

  private final MockMvc door;
  private final Scene scene;
  private final JdbcClient jdbc;
  private final MovableClock clock;
  private final Grounds grounds;
  private final Alarms alarms;
  private final Intake intake;
  private final Following following;
  private final Questions questions;

  IngestTests(
      @Autowired MockMvc door,
      @Autowired Scene scene,
      @Autowired JdbcClient jdbc,
      @Autowired MovableClock clock,
      @Autowired Grounds grounds,
      @Autowired Alarms alarms,
      @Autowired Intake intake,
      @Autowired Following following,
      @Autowired Questions questions) {
    this.door = door;
    this.scene = scene;
    this.jdbc = jdbc;
    this.clock = clock;
    this.grounds = grounds;
    this.alarms = alarms;
    this.intake = intake;
    this.following = following;
    this.questions = questions;
  }

  @Test
  void without_a_ground_a_position_is_refused_and_nothing_of_it_is_stored() throws Exception {
    Somebody somebody = scene.somebody();
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);

    var answer = send(device, now());

    assertEquals(202, answer.getStatus());
    assertTrue(answer.getContentAsString().contains("tracking.refused.NO_GROUND"));
    assertEquals(0, positions(somebody.person()));
    assertEquals(1, refusals(somebody.person(), "tracking.refused.NO_GROUND"));
  }

  @Test
  void with_a_live_ground_a_position_is_kept() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);

    var answer = send(device, now());

    assertEquals(200, answer.getStatus(), answer.getContentAsString());
    assertEquals("{\"kept\":true}", answer.getContentAsString());
    assertEquals(1, positions(somebody.person()));
    assertTrue(grounds.of(somebody.person()).isPresent());
  }

  @Test
  void what_was_measured_before_the_ground_is_refused() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);

    var answer = send(device, now().minus(Duration.ofHours(1)));

    assertTrue(answer.getContentAsString().contains("tracking.refused.BEFORE_GROUND"));
    assertEquals(0, positions(somebody.person()));
  }

  @Test
  void a_ground_ends_by_itself_on_its_date_whether_or_not_anybody_records_it() throws Exception {
    Somebody somebody = scene.somebody();
    scene.setArea(somebody);
    Running positioning = scene.ground(somebody, 1);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    assertEquals(200, send(device, now()).getStatus());

    Instant end = Scene.end(positioning);
    clock.forward(Duration.between(clock.instant(), end));
    var answer = send(device, now());

    assertTrue(answer.getContentAsString().contains("tracking.refused.GROUND_"));
    assertEquals(1, positions(somebody.person()));
    assertTrue(grounds.of(somebody.person()).isEmpty());
  }

  @Test
  void lifted_early_means_refused_from_the_next_position_on() throws Exception {
    Somebody somebody = scene.somebody();
    scene.setArea(somebody);
    Running positioning = scene.ground(somebody, 3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    assertEquals(200, send(device, now()).getStatus());

    scene.perform(
        positioning,
        "PositioningLifted",
        Facts.NONE.text("reason", "no longer needed"),
        somebody.staff().head());
    var answer = send(device, now());

    assertEquals(202, answer.getStatus());
    assertTrue(answer.getContentAsString().contains("tracking.refused.GROUND_LIFTED"));
    assertEquals(1, positions(somebody.person()));
    assertEquals(
        0, count("select count(*) from tracking.snapshots where person = ?", somebody.person()));
  }

  @Test
  void a_phone_sent_as_a_dedicated_device_is_refused_although_there_is_a_ground() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential phone = scene.device(somebody, DeviceKind.PHONE);

    var answer =
        send(Scene.osmand(phone, now(), HOME_LATITUDE, HOME_LONGITUDE) + "&kind=dedicated");

    assertEquals(202, answer.getStatus());
    assertTrue(answer.getContentAsString().contains("tracking.refused.PHONE_AS_DEDICATED"));
    assertEquals(0, positions(somebody.person()));
    assertEquals(0, verifications(somebody.person()));
  }

  @Test
  void a_phone_gives_two_single_points_a_day_and_no_track() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential phone = scene.device(somebody, DeviceKind.PHONE);
    Instant now = now();

    assertEquals(200, send(phone, now.minusSeconds(3)).getStatus());
    assertEquals(200, send(phone, now.minusSeconds(2)).getStatus());
    var third = send(phone, now.minusSeconds(1));

    assertTrue(third.getContentAsString().contains("tracking.refused.DAY_CAP_REACHED"));
    assertEquals(2, verifications(somebody.person()));
    assertEquals(0, positions(somebody.person()));
  }

  @Test
  void an_unknown_device_and_a_wrong_key_are_turned_away() throws Exception {
    DeviceCredential known = scene.device(scene.somebody(), DeviceKind.DEDICATED);
    var stranger = new DeviceCredential("01977777-7777-7777-8777-777777777777", known.key());
    var guesser = new DeviceCredential(known.id(), "guessed");

    assertEquals(401, send(stranger, now()).getStatus());
    assertEquals(401, send(guesser, now()).getStatus());
    assertEquals(401, send("/ingest/osmand?lat=1&lon=2").getStatus());
  }

  @Test
  void what_can_be_no_position_is_named_and_not_stored() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);

    assertReason("LATITUDE_OUT_OF_RANGE", send(Scene.osmand(device, now(), 91, 104.5)));
    assertReason(
        "TIME_BEFORE_2000", send(Scene.osmand(device, Instant.EPOCH.plusSeconds(1), 31, 104)));
    assertReason("TIME_IN_FUTURE", send(Scene.osmand(device, now().plusSeconds(3600), 31, 104)));
    assertEquals(
        400,
        send(Scene.osmand(device, now(), 31, 104).replace("speed=0", "speed=fast")).getStatus());
    assertEquals(0, positions(somebody.person()));
  }

  @Test
  void the_same_position_sent_twice_is_one() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Instant at = now();

    assertEquals(200, send(device, at).getStatus());
    assertEquals(200, send(device, at).getStatus());

    assertEquals(1, positions(somebody.person()));
  }

  @Test
  void owntracks_is_read_and_answered_as_the_protocol_says() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    String message =
        "{\"_type\":\"location\",\"tst\":%d,\"lat\":31.15,\"lon\":104.55,\"acc\":12}"
            .formatted(now().getEpochSecond());

    var kept = ownTracks(device, message);
    var broken = ownTracks(device, "{\"_type\":");
    var waypoint = ownTracks(device, "{\"_type\":\"waypoint\"}");

    assertEquals("[]", kept.getContentAsString());
    assertEquals(400, broken.getStatus());
    assertEquals(200, waypoint.getStatus());
    assertEquals(1, positions(somebody.person()));
  }

  @Test
  void ten_thousand_in_a_burst_are_all_kept_in_any_order() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Instant first = now();
    clock.forward(Duration.ofSeconds(10_000));
    var seconds = new ArrayList<Integer>();
    for (int second = 0; second < 10_000; second++) seconds.add(second);
    Collections.shuffle(seconds, new Random(20260101));

    int kept = 0;
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> requests =
          seconds.stream()
              .map(
                  second ->
                      (Callable<Integer>) () -> send(device, first.plusSeconds(second)).getStatus())
              .toList();
      for (Future<Integer> answer : senders.invokeAll(requests)) if (answer.get() == 200) kept++;
    }

    assertEquals(10_000, kept);
    assertEquals(10_000, positions(somebody.person()));
    do intake.look().get();
    while (!following.waiting().isEmpty());
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    // what the first of them told of silence, the others took back
    for (Alarm alarm : alarms.of(somebody.person(), 1_000))
      assertEquals("WITHDRAWN", alarm.state(), alarm::toString);
  }

  @Test
  void a_device_that_never_stops_is_slowed_down() {
    Somebody somebody = scene.somebody();
    var device = new Device(UUID.randomUUID(), DeviceKind.DEDICATED, somebody.person());
    var pace = new Pace(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    for (int sent = 0; sent < Pace.BURST; sent++) assertTrue(pace.allows(device));

    assertFalse(pace.allows(device));
  }

  @Test
  void a_leave_widens_what_is_permitted_at_once_and_its_end_narrows_it() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    var today = LegalCalendar.legalDay(clock.instant());
    Running applied =
        scene.perform(
            PerformAct.opening(
                    somebody.caseId(),
                    "leave",
                    "LeaveApplied",
                    Facts.NONE
                        .day("firstDay", today)
                        .day("lastDay", today.plusDays(2))
                        .text("destination", "Chengdu")
                        .choice("cause", "MEDICAL")
                        .with("earlier", new Fact.Ranges(List.of())),
                    somebody.staff().officer())
                .overriding("an emergency"),
            "proof");
    scene.perform(
        applied,
        "LeaveGranted",
        Facts.NONE.with("earlier", new Fact.Ranges(List.of())),
        somebody.staff().officer(),
        "leave-permit");

    outside(device, 3);

    assertTrue(alarms.of(somebody.person(), 10).isEmpty());
  }

  private void outside(DeviceCredential device, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      assertEquals(200, send(Scene.osmand(device, now(), HOME_LATITUDE, 104.63)).getStatus());
      clock.forward(Duration.ofSeconds(30));
    }
  }

  private static void assertReason(String reason, MockHttpServletResponse answer) throws Exception {
    assertEquals(202, answer.getStatus());
    assertTrue(
        answer.getContentAsString().contains("tracking.refused." + reason),
        answer.getContentAsString());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  private MockHttpServletResponse send(DeviceCredential device, Instant at) throws Exception {
    return send(Scene.osmand(device, at, HOME_LATITUDE, HOME_LONGITUDE));
  }

  private MockHttpServletResponse send(String address) throws Exception {
    return door.perform(get(address).servletPath("/ingest/osmand")).andReturn().getResponse();
  }

  private MockHttpServletResponse ownTracks(DeviceCredential device, String message)
      throws Exception {
    String pair = device.id() + ":" + device.key();
    return door.perform(
            post("/ingest/owntracks")
                .servletPath("/ingest/owntracks")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(message))
        .andReturn()
        .getResponse();
  }

  private int positions(PersonId person) {
    return count("select coalesce(sum(entries), 0) from tracking.journal where person = ?", person);
  }

  private int verifications(PersonId person) {
    return count("select count(*) from tracking.verifications where person = ?", person);
  }

  private int count(String sql, PersonId person) {
    return jdbc.sql(sql).param(person.value()).query(Integer.class).single();
  }

  private int refusals(PersonId person, String reason) {
    return jdbc.sql("select sum(times) from tracking.refusals where person = ? and reason = ?")
        .params(person.value(), reason)
        .query(Integer.class)
        .single();
  }
}
