package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules L32 and L33: nothing of a person goes on when the correction has ended. */
@PlatformTest
class EndOfCorrectionTests {
  @Autowired Scene scene;
  @Autowired Devices devices;
  @Autowired Instances instances;
  @Autowired Acts acts;
  @Autowired Comparison comparison;
  @Autowired Clock clock;
  private Scene.Somebody somebody;
  private LocalDate today;

  @BeforeEach
  void received() {
    somebody = scene.positioned(2);
    today = LegalCalendar.legalDay(clock.instant());
  }

  @Test
  void L33_termination_ends_positioning_area_report_leave_and_alarm_in_its_own_transaction() {
    alarm();
    leave();

    Act last = terminated();

    assertEquals(
        List.of(),
        instances.ofCase(somebody.caseId()).stream()
            .filter(run -> !run.closed())
            .map(Running::procedure)
            .toList());
    List<Act> followed =
        acts.history(somebody.caseId()).stream()
            .filter(act -> act.number() > last.number())
            .toList();
    assertTrue(followed.stream().allMatch(act -> act.type().equals("CorrectionEnded")));
    assertEquals(
        List.of("alarm", "area", "checkin", "leave", "positioning", "reception"),
        followed.stream().map(Act::procedure).sorted().toList());
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void L32_the_credential_of_a_device_ends_with_the_correction() {
    DeviceCredential credential = scene.device(somebody, DeviceKind.DEDICATED);
    assertTrue(devices.authenticated(credential).isPresent());

    terminated();

    assertTrue(devices.authenticated(credential).isEmpty());
    assertEquals(List.of(), devices.of(somebody.person()));
  }

  @Test
  void L44_an_opinion_goes_on_when_the_correction_has_ended() {
    scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "opinion",
            "OpinionWritten",
            Facts.NONE.text("opinion", "why"),
            somebody.staff().prosecutor()));

    terminated();

    assertEquals(
        List.of("opinion"),
        instances.ofCase(somebody.caseId()).stream()
            .filter(run -> !run.closed())
            .map(Running::procedure)
            .toList());
  }

  private void alarm() {
    scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "alarm",
            "AlarmRaised",
            Facts.NONE.choice("alarmKind", "OTHER_BREACH").moment("detectedAt", clock.instant()),
            somebody.staff().officer()));
  }

  private void leave() {
    scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "leave",
            "LeaveApplied",
            Facts.NONE
                .text("destination", "elsewhere")
                .day("firstDay", today.plusDays(5))
                .day("lastDay", today.plusDays(7))
                .choice("cause", "MEDICAL"),
            somebody.staff().officer()),
        "proof");
  }

  private Act terminated() {
    Running release =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "release",
                "TermEntered",
                Facts.NONE.day("termEndsOn", today.plusYears(1)),
                somebody.staff().officer()));
    Running ended =
        scene.perform(
            release,
            "Terminated",
            Facts.NONE.choice("termination", "REVOKED"),
            somebody.staff().officer(),
            "decision");
    ActId id =
        acts.ofInstance(ended.id()).stream()
            .filter(act -> act.type().equals("Terminated"))
            .map(Act::id)
            .findFirst()
            .orElseThrow();
    return acts.get(id);
  }
}
