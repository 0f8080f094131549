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

/** Who is away with leave alarms nobody, and what was observed is seen all the same. */
@PlatformTest
class SuspensionTests {
  private static final double HOME = 104.55;
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
    clock.forwardTo(LegalCalendar.startOf(today.plusDays(5)).plusSeconds(8 * 3600));
    trial.go(device, FAR, 6);
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
  }

  @Test
  void M19_during_a_leave_nobody_is_alarmed_and_the_violation_is_seen() throws Exception {
    assertEquals(List.of(), alarms.of(somebody.person(), 10), "no question was raised");
    Alarm alarm = waiting();
    assertEquals(AlarmKind.LEFT_AREA, alarm.kind());
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
  void what_goes_on_when_the_leave_is_over_becomes_a_question() throws Exception {
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
  void what_is_observed_after_the_leave_is_a_question_at_once() throws Exception {
    Alarm alarm = waiting();
    clock.forwardTo(areaEnd());
    trial.go(device, FAR, 6);
    keeper.round();
    assertTrue(questions.settled(10, TimeUnit.SECONDS));

    assertEquals("RAISED", alarms.get(alarm.id()).state());
    assertEquals(1, alarms.of(somebody.person(), 10).size());
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
