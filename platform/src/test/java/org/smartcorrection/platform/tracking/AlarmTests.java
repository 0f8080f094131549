package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.supervision.Observation.Phase;
import org.smartcorrection.platform.PassedTime;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
class AlarmTests {
  private static final double INSIDE = 104.55;
  private static final double OUTSIDE = 104.63;

  private final MockMvc door;
  private final Scene scene;
  private final MovableClock clock;
  private final Alarms alarms;
  private final Observations observations;
  private final Instances instances;
  private final Acts acts;
  private final PassedTime time;
  private final Questions questions;

  AlarmTests(
      @Autowired MockMvc door,
      @Autowired Scene scene,
      @Autowired MovableClock clock,
      @Autowired Alarms alarms,
      @Autowired Observations observations,
      @Autowired Instances instances,
      @Autowired Acts acts,
      @Autowired PassedTime time,
      @Autowired Questions questions) {
    this.door = door;
    this.scene = scene;
    this.clock = clock;
    this.alarms = alarms;
    this.observations = observations;
    this.instances = instances;
    this.acts = acts;
    this.time = time;
    this.questions = questions;
  }

  @Test
  void leaving_the_area_raises_one_red_alarm_however_long_it_lasts() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);

    go(device, INSIDE, 2);
    go(device, OUTSIDE, 20);

    Alarm alarm = raised(somebody.person());
    assertEquals(1, alarms.of(somebody.person(), 10).size());
    assertEquals(Severity.RED, alarm.severity());
    assertEquals("RAISED", alarm.state());
    assertEquals(AlarmKind.LEFT_AREA, alarm.kind());
    var act = acts.ofInstance(instance(alarm)).getFirst();
    assertEquals("AlarmRaised", act.type());
    assertEquals(Role.SYSTEM, act.role());
  }

  @Test
  void coming_back_adds_evidence_and_closes_nothing() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);

    go(device, INSIDE, 2);
    go(device, OUTSIDE, 3);
    Alarm before = raised(somebody.person());
    go(device, INSIDE, 3);

    Alarm after = alarms.get(before.id());
    List<Phase> phases = phases(after);
    assertEquals("RAISED", after.state());
    assertFalse(after.closed());
    assertEquals(Phase.RAISED, phases.getFirst());
    assertEquals(Phase.ENDED, phases.getLast());
  }

  @Test
  void leaving_again_before_anybody_was_heard_joins_the_question_that_is_open() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);

    for (int round = 0; round < 2; round++) {
      go(device, INSIDE, 3);
      go(device, OUTSIDE, 3);
    }

    Alarm alarm = raised(somebody.person());
    assertEquals(1, alarms.of(somebody.person(), 10).size());
    assertEquals(2, phases(alarm).stream().filter(phase -> phase == Phase.RAISED).count());
  }

  @Test
  void a_finding_is_refused_before_the_person_was_heard_and_possible_afterwards() throws Exception {
    Somebody somebody = scene.positioned(3);
    Running alarm = alarm(somebody);
    var officer = somebody.staff().officer();
    Facts finding = Facts.NONE.text("reason", "no reason was given");

    assertInstanceOf(
        Result.Refused.class, scene.attempt(alarm, "FoundNoGoodReason", finding, officer));
    alarm = scene.perform(alarm, "EvidenceSeen", Facts.NONE, officer);
    assertInstanceOf(
        Result.Refused.class, scene.attempt(alarm, "FoundNoGoodReason", finding, officer));
    alarm = scene.perform(alarm, "AccountTaken", Scene.account(), officer, "account");
    alarm = scene.perform(alarm, "FoundNoGoodReason", finding, officer);

    assertEquals("FOUND_NO_GOOD_REASON", alarm.state());
    assertEquals("FOUND_NO_GOOD_REASON", raised(somebody.person()).state());
  }

  @Test
  void nobody_but_the_agency_writes_a_finding() throws Exception {
    Somebody somebody = scene.positioned(3);
    Running alarm = alarm(somebody);
    var staff = somebody.staff();
    alarm = scene.perform(alarm, "AccountTaken", Scene.account(), staff.officer(), "account");
    Facts finding = Facts.NONE.text("reason", "a road was closed");

    for (var other : List.of(staff.office(), staff.head(), staff.prosecutor(), staff.court()))
      assertInstanceOf(
          Result.Refused.class, scene.attempt(alarm, "FoundGoodReason", finding, other));
  }

  @Test
  void whoever_hides_cannot_block_a_finding() throws Exception {
    Somebody somebody = scene.positioned(3);
    Running alarm = alarm(somebody);
    var officer = somebody.staff().officer();

    alarm =
        scene.perform(
            alarm,
            "SearchBegun",
            Facts.NONE.count("contactAttempts", 3),
            officer,
            "contact-record");
    alarm = scene.perform(alarm, "SearchRecorded", Facts.NONE, officer, "search-record");
    Facts still =
        Facts.NONE.text("reason", "three days without a trace").flag("stillUnreachable", true);
    alarm = scene.perform(alarm, "FoundNoGoodReason", still, officer);

    assertEquals("FOUND_NO_GOOD_REASON", alarm.state());
  }

  @Test
  void an_admonition_rests_on_a_finding_and_on_nothing_less() throws Exception {
    Somebody somebody = scene.positioned(3);
    Running alarm = alarm(somebody);
    var officer = somebody.staff().officer();
    PerformAct proposal =
        PerformAct.opening(
                somebody.caseId(),
                "measure",
                "AdmonitionProposed",
                Facts.NONE.choice("breach", "MINOR_BREACH").text("statement", "left"),
                officer)
            .restingOn(alarm.id());

    assertInstanceOf(Result.Refused.class, scene.attempt(proposal, "evidence"));
    alarm = scene.perform(alarm, "AccountTaken", Scene.account(), officer, "account");
    scene.perform(alarm, "FoundNoGoodReason", Facts.NONE.text("reason", "none"), officer);

    Running measure = scene.perform(proposal, "evidence");
    assertEquals("PROPOSED", measure.state());
    assertInstanceOf(
        Result.Refused.class, scene.attempt(proposal, "evidence"), "a finding carries one");
    Facts reason = Facts.NONE.text("reason", "a word will do");
    scene.perform(measure, "AdmonitionDropped", reason, officer);
    assertEquals("PROPOSED", scene.perform(proposal, "evidence").state());
  }

  @Test
  void time_itself_records_that_a_positioning_has_ended() {
    Somebody somebody = scene.somebody();
    Running positioning = scene.ground(somebody, 1);
    Instant end = Scene.end(positioning);

    clock.forward(Duration.between(clock.instant(), end));
    time.acts(somebody.staff().officer().agency().id());

    Running after = instances.find(positioning.id()).orElseThrow();
    assertEquals("EXPIRED", after.state());
    var expired = acts.ofInstance(positioning.id()).getLast();
    assertEquals(end, expired.occurredAt());
    assertEquals(Role.SYSTEM, expired.role());
  }

  /** Goes there in a time in which one gets there, and stays for some fixes. */
  private void go(DeviceCredential device, double longitude, int times) throws Exception {
    clock.forward(Duration.ofMinutes(10));
    for (int i = 0; i < times; i++) {
      clock.forward(Duration.ofSeconds(30));
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      int status =
          door.perform(
                  get(Scene.osmand(device, now, 31.15, longitude)).servletPath("/ingest/osmand"))
              .andReturn()
              .getResponse()
              .getStatus();
      assertEquals(200, status);
    }
  }

  private List<Phase> phases(Alarm alarm) {
    return observations.of(alarm).stream().map(noted -> noted.observation().phase()).toList();
  }

  private Running alarm(Somebody somebody) throws Exception {
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    go(device, INSIDE, 2);
    go(device, OUTSIDE, 3);
    return instances.find(instance(raised(somebody.person()))).orElseThrow();
  }

  /** The person's latest alarm, once its act is recorded. */
  private Alarm raised(PersonId person) throws InterruptedException {
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    return alarms.of(person, 1).getFirst();
  }

  private static UUID instance(Alarm alarm) {
    UUID instance = alarm.instance();
    if (instance == null) throw new AssertionError("not raised yet");
    return instance;
  }
}
