package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody is alarmed by what an absence explains, and what was observed is seen all the same. A
 * leave explains silence and a missed hour, and nothing about ground it does not name.
 */
@PlatformTest
class SuspensionTests {
  private static final double HOME = 104.55;
  private static final double THERE = 104.70;
  private static final double FAR = 105.20;

  @Autowired AlarmTrial trial;
  @Autowired Scene scene;
  @Autowired Mornings mornings;
  @Autowired Browser browser;
  @Autowired Alarms alarms;
  @Autowired Suspended suspended;
  @Autowired SuspensionKeeper keeper;
  @Autowired Observations observations;
  @Autowired Questions questions;
  @Autowired Intake intake;
  @Autowired MovableClock clock;
  private Somebody somebody;
  private Actor officer;
  private DeviceCredential device;
  private Running leave;

  @BeforeEach
  void on_leave() throws Exception {
    mornings.next();
    somebody = scene.positioned(3);
    officer = somebody.staff().officer();
    device = scene.device(somebody, DeviceKind.DEDICATED);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    Running applied =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "leave",
                "LeaveApplied",
                Facts.NONE
                    .text("destination", "白石县东街")
                    .text("regions", "白石县")
                    .day("firstDay", today.plusDays(4))
                    .day("lastDay", today.plusDays(6))
                    .choice("cause", "MEDICAL"),
                officer),
            "proof");
    leave = scene.perform(applied, "LeaveGranted", Facts.NONE, officer, "leave-permit");
    clock.forwardTo(LegalCalendar.startOf(today.plusDays(5)));
    trial.go(device, HOME, 2);
  }

  /** The device is silent for longer than devices are. */
  private void silent() throws Exception {
    clock.forward(Duration.ofHours(3));
    intake.look().get();
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
  }

  @Test
  void M19_during_a_leave_nobody_is_alarmed_by_silence_and_it_is_seen() throws Exception {
    silent();

    assertEquals(List.of(), alarms.of(somebody.person(), 10), "no question was raised");
    Alarm alarm = waiting();
    assertEquals(AlarmKind.NO_SIGNAL, alarm.kind());
    assertEquals(Absences.Kind.LEAVE, alarm.absence());
    assertEquals(leave.id(), alarm.suspendedBy());
    assertTrue(observations.goesOn(alarm.id()));

    String queue = text("/console/alarms");
    assertTrue(queue.contains("suspended by a leave"), queue);
    String page = text("/console/alarms/" + alarm.id());
    assertTrue(page.contains("nobody was asked and nobody was called"), page);
    assertTrue(page.contains("<svg class=\"map\""), "what was observed is shown");
    assertFalse(page.contains("/acts/"), "there is nothing to be done about it");
  }

  @Test
  void CCL27_who_is_elsewhere_than_the_leave_says_is_asked_why() throws Exception {
    clock.forward(Duration.ofHours(8));
    trial.go(device, THERE, 6);
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    assertEquals(
        List.of(), alarms.of(somebody.person(), 10), "the way and the place are permitted");

    clock.forward(Duration.ofHours(1));
    trial.go(device, FAR, 6);
    Alarm raised = trial.latest(somebody);

    assertEquals(AlarmKind.LEFT_AREA, raised.kind());
    assertEquals("RAISED", raised.state());
    assertTrue(
        text("/console/alarms/" + raised.id()).contains("A leave or another permission was in"),
        "whoever looks at it is told of the leave");
    assertTrue(
        text("/console/alarms/" + raised.id()).contains("Found by the rules supervision-"),
        "and of the rules");
  }

  @Test
  void M35_nobody_is_alarmed_by_where_somebody_in_custody_is() throws Exception {
    Somebody held = scene.positioned(3);
    DeviceCredential worn = scene.device(held, DeviceKind.DEDICATED);
    trial.go(worn, HOME, 2);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    Running custody =
        scene.perform(
            PerformAct.opening(
                held.caseId(),
                "detention",
                "DetentionNotified",
                Facts.NONE
                    .choice("detentionKind", "ADMINISTRATIVE_DETENTION")
                    .text("decidedBy", "白石县公安局")
                    .day("decidedOn", today)
                    .day("notifiedOn", today)
                    .text("heldWhere", "白石县拘留所"),
                held.staff().officer()),
            "detention-notice");
    trial.go(worn, AlarmTrial.OUTSIDE, 6);
    assertTrue(questions.settled(10, TimeUnit.SECONDS));

    assertEquals(List.of(), alarms.of(held.person(), 10));
    Alarm alarm = suspended.of(held.staff().officer().agency().id(), 10).getFirst();
    assertEquals(AlarmKind.LEFT_AREA, alarm.kind());
    assertEquals(Absences.Kind.CUSTODY, alarm.absence());
    assertEquals(custody.id(), alarm.suspendedBy());
    assertTrue(
        browser
            .get(held.staff().officer(), "/console/alarms")
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8)
            .contains("suspended by custody"));

    scene.perform(
        custody, "DetentionOver", Facts.NONE.day("freedOn", today), held.staff().officer());
    keeper.round();
    assertTrue(questions.settled(10, TimeUnit.SECONDS));

    assertEquals("RAISED", alarms.get(alarm.id()).state(), "free, and still elsewhere");
  }

  @Test
  void M35_who_is_on_bail_is_at_large_and_asked() throws Exception {
    Somebody free = scene.positioned(3);
    DeviceCredential worn = scene.device(free, DeviceKind.DEDICATED);
    trial.go(worn, HOME, 2);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    scene.perform(
        PerformAct.opening(
            free.caseId(),
            "detention",
            "DetentionNotified",
            Facts.NONE
                .choice("detentionKind", "BAIL")
                .text("decidedBy", "白石县公安局")
                .day("decidedOn", today)
                .day("notifiedOn", today)
                .text("heldWhere", "白石县"),
            free.staff().officer()),
        "detention-notice");
    trial.go(worn, AlarmTrial.OUTSIDE, 6);

    assertEquals("RAISED", trial.latest(free).state());
  }

  @Test
  void what_goes_on_when_the_leave_is_over_becomes_a_question() throws Exception {
    silent();
    Alarm alarm = waiting();
    keeper.round();
    assertTrue(alarms.get(alarm.id()).suspended(), "the leave goes on");

    clock.forwardTo(areaEnd());
    keeper.round();

    Alarm raised = alarms.get(alarm.id());
    assertEquals("RAISED", raised.state());
    assertEquals(leave.id(), raised.suspendedBy(), "how it began stays");
    assertTrue(text("/console/alarms/" + alarm.id()).contains("went on when the absence was over"));
  }

  @Test
  void what_is_over_with_the_leave_is_never_asked_about() throws Exception {
    silent();
    Alarm alarm = waiting();
    clock.forward(Duration.ofHours(6));
    trial.go(device, HOME, 6);
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    assertFalse(observations.goesOn(alarm.id()));

    clock.forwardTo(areaEnd());
    keeper.round();

    Alarm over = alarms.get(alarm.id());
    assertTrue(over.closed());
    assertEquals(Alarm.SUSPENDED, over.state());
    assertEquals(List.of(), alarms.of(somebody.person(), 10));
    assertTrue(text("/console/alarms").contains(alarm.id().toString()), "it stays to be seen");
  }

  @Test
  void who_does_not_come_back_is_asked_at_once() throws Exception {
    clock.forward(Duration.ofHours(8));
    trial.go(device, THERE, 6);
    clock.forwardTo(areaEnd());
    trial.go(device, THERE, 6);

    Alarm raised = trial.latest(somebody);
    assertEquals(AlarmKind.LEFT_AREA, raised.kind());
    assertEquals("RAISED", raised.state());
  }

  private Alarm waiting() {
    return suspended.of(officer.agency().id(), 10).getFirst();
  }

  private Instant areaEnd() {
    return LegalCalendar.endOf(leave.facts().day("lastDay").orElseThrow()).plusSeconds(60);
  }

  private String text(String path) throws Exception {
    return browser.get(officer, path).getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
