package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;

/** What officers find of alarms is counted, by kind, cause and device. */
@PlatformTest
class FalseAlarmTests {
  private static final String PAGE = "/console/false-alarms";

  @Autowired Browser browser;
  @Autowired AlarmTrial trial;
  @Autowired Scene scene;
  @Autowired MovableClock clock;
  @Autowired Alarms alarms;
  @Autowired Instances instances;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Looks looks;
  @Autowired JdbcClient jdbc;

  @Test
  void a_finding_is_counted_with_its_cause_and_its_device() throws Exception {
    Somebody somebody = scene.positioned(3);
    Actor officer = somebody.staff().officer();
    for (String language : List.of("en", "zh-CN")) {
      String empty = text(browser.get(officer, PAGE, language), 200);
      assertTrue(empty.contains("class=\"state\""), empty);
    }
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Alarm alarm = alarm(somebody, device);
    String page = "/console/alarms/" + alarm.id();

    text(browser.post(officer, page + "/acts/EvidenceSeen"), 302);
    assertTrue(text(browser.get(officer, page), 200).contains("POSITION_OFF"));
    text(
        browser.post(
            officer,
            page + "/acts/finding",
            "finding",
            "FoundError",
            "errorCause",
            "POSITION_OFF",
            "reason",
            "reflections between the houses"),
        302);

    for (String language : List.of("en", "zh-CN")) {
      String html = text(browser.get(officer, PAGE, language), 200);
      assertTrue(html.contains("<svg class=\"whiskers\""), html);
      assertTrue(html.contains("100%"), html);
      assertTrue(html.contains("21%"), "the range of one case of one begins at 21 %");
      assertTrue(html.contains(device.id()), html);
      assertFalse(html.contains("th:"), "a template attribute was not processed");
    }
    String english = text(browser.get(officer, PAGE), 200);
    assertTrue(english.contains("few cases: this says little"), english);
    assertTrue(english.contains("Positions were off"), english);
  }

  @Test
  void behind_a_figure_stand_its_alarms_and_whoever_opens_them_is_seen() throws Exception {
    Somebody somebody = scene.positioned(3);
    Actor officer = somebody.staff().officer();
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Alarm alarm = alarm(somebody, device);
    found(alarm, "FoundGoodReason", officer);
    String of = PAGE + "/cases?months=3&kind=LEFT_AREA";
    int before = looks.at(somebody.person(), null, 100).rows().size();

    assertTrue(text(browser.get(officer, of), 200).contains(alarm.id().toString()));
    assertEquals(before + 1, looks.at(somebody.person(), null, 100).rows().size());
    assertTrue(
        text(browser.get(officer, PAGE + "/cases?device=" + device.id()), 200)
            .contains(alarm.id().toString()));
    assertFalse(
        text(browser.get(officer, PAGE + "/cases?kind=NO_SIGNAL"), 200)
            .contains(alarm.id().toString()));
    District.Staffed elsewhere = scene.somebody().staff();
    assertFalse(text(browser.get(elsewhere.officer(), of), 200).contains(alarm.id().toString()));
    text(browser.get(officer, PAGE + "/cases?device=none"), 404);
    text(browser.get(somebody.staff().office(), PAGE + "/cases"), 403);
    assertTrue(text(browser.get(somebody.staff().office(), PAGE), 200).contains("whiskers"));
  }

  @Test
  void a_correction_of_a_finding_is_counted_instead() throws Exception {
    Somebody somebody = scene.positioned(3);
    Actor officer = somebody.staff().officer();
    Alarm alarm = alarm(somebody, scene.device(somebody, DeviceKind.DEDICATED));
    Running run = found(alarm, "FoundError", officer);
    assertEquals("ERROR/null", counted(alarm));
    Act wrong = acts.ofInstance(run.id()).getLast();

    Facts right =
        Facts.NONE.choice("errorCause", "DEVICE_FAULT").text("reason", "the antenna was broken");
    District.recorded(
        casework.perform(
            PerformAct.in(run, "FoundError", right, officer)
                .occurring(wrong.occurredAt())
                .correcting(wrong.id())));

    assertEquals("ERROR/DEVICE_FAULT", counted(alarm));
  }

  @Test
  void an_alarm_that_somebody_raised_by_hand_is_no_machines_mistake() {
    Somebody somebody = scene.positioned(3);
    Actor officer = somebody.staff().officer();
    Running raised =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "alarm",
                "AlarmRaised",
                Facts.NONE
                    .choice("alarmKind", "REPORT_MISSED")
                    .moment("detectedAt", clock.instant()),
                officer));
    scene.perform(raised, "EvidenceSeen", Facts.NONE, officer);
    Running seen = instances.find(raised.id()).orElseThrow();
    scene.perform(seen, "FoundError", Facts.NONE.text("reason", "he had been here"), officer);

    assertEquals(
        0,
        jdbc.sql("select count(*) from lab.findings where instance = ?")
            .param(raised.id())
            .query(Integer.class)
            .single());
  }

  private String counted(Alarm alarm) {
    return jdbc.sql(
            "select finding || '/' || coalesce(cause, 'null') from lab.findings where alarm = ?")
        .param(alarm.id())
        .query(String.class)
        .single();
  }

  private Running found(Alarm alarm, String finding, Actor officer) {
    Running run = trial.run(alarm);
    run = scene.perform(run, "EvidenceSeen", Facts.NONE, officer);
    run = scene.perform(run, "AccountTaken", Scene.account(), officer, "account");
    return scene.perform(run, finding, Facts.NONE.text("reason", "for the test"), officer);
  }

  private Alarm alarm(Somebody somebody, DeviceCredential device) throws Exception {
    trial.go(device, AlarmTrial.INSIDE, 2);
    trial.go(device, AlarmTrial.OUTSIDE, 3);
    return trial.latest(somebody);
  }

  private static String text(MvcResult result, int status) throws Exception {
    String html = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    assertEquals(status, result.getResponse().getStatus(), html);
    return html;
  }
}
