package org.smartcorrection.platform.tracking;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** Alarms for the tests of what becomes of them. */
@Component
class AlarmTrial {
  static final double INSIDE = 104.55;
  static final double OUTSIDE = 104.63;

  private final MockMvc door;
  private final Scene scene;
  private final MovableClock clock;
  private final Alarms alarms;
  private final Instances instances;
  private final Questions questions;

  AlarmTrial(
      MockMvc door,
      Scene scene,
      MovableClock clock,
      Alarms alarms,
      Instances instances,
      Questions questions) {
    this.door = door;
    this.scene = scene;
    this.clock = clock;
    this.alarms = alarms;
    this.instances = instances;
    this.questions = questions;
  }

  /** Somebody leaves where they may be: an alarm about a person (◆). */
  Alarm leaves(Somebody somebody) throws Exception {
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    go(device, INSIDE, 2);
    go(device, OUTSIDE, 3);
    return latest(somebody);
  }

  /** An officer raises something that no device reported. */
  Alarm raised(Somebody somebody) throws Exception {
    Running raised =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "alarm",
                "AlarmRaised",
                Facts.NONE
                    .choice("alarmKind", "REPORT_MISSED")
                    .moment("detectedAt", clock.instant()),
                somebody.staff().officer()));
    return alarms.ofInstance(raised.id()).orElseThrow();
  }

  /** The latest alarm of a person, once its act is recorded. */
  Alarm latest(Somebody somebody) throws InterruptedException {
    if (!questions.settled(10, TimeUnit.SECONDS)) throw new AssertionError("still raising");
    return alarms.of(somebody.person(), 1).getFirst();
  }

  Running run(Alarm alarm) {
    if (alarm.instance() == null) throw new AssertionError("not raised");
    return instances.find(alarm.instance()).orElseThrow();
  }

  /** Goes there in a time in which one gets there, and stays for some fixes. */
  void go(DeviceCredential device, double longitude, int times) throws Exception {
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
      if (status != 200) throw new AssertionError("refused: " + status);
    }
  }
}
