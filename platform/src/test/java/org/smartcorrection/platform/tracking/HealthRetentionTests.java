package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Signs of the body come by every port that has any, and go in their time (H14, H17). */
@PlatformTest
class HealthRetentionTests {
  @Autowired MockMvc door;
  @Autowired Scene scene;
  @Autowired Mornings mornings;
  @Autowired Retention retention;
  @Autowired Deletions deletions;
  @Autowired HealthKept health;
  @Autowired MovableClock clock;

  @Test
  void H14_signs_of_the_body_go_after_their_days_and_their_keys_after_them() throws Exception {
    mornings.next();
    Somebody somebody = scene.somebody();
    agree(somebody);
    clock.forward(Duration.ofSeconds(2)); // devices tell whole seconds
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    door.perform(
        get(Scene.osmand(device, clock.instant(), 31.15, 104.55) + "&heartRate=71")
            .servletPath("/ingest/osmand"));
    door.perform(
        post("/ingest/batch")
            .servletPath("/ingest/batch")
            .header("Authorization", basic(device))
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                "[{\"timestamp\":%d,\"lat\":31.15,\"lon\":104.55,\"steps\":12}]"
                    .formatted(clock.instant().getEpochSecond())));
    assertEquals(2, health.of(List.of(somebody.person())).rows());

    clock.forward(Duration.ofDays(30));
    assertTrue(retention.day(() -> true));
    assertEquals(2, health.of(List.of(somebody.person())).rows(), "their time is not over");
    clock.forward(Duration.ofDays(1));
    assertTrue(retention.day(() -> true));

    assertEquals(0, health.of(List.of(somebody.person())).rows());
    Deletions.OfPerson gone =
        deletions.of(somebody.person(), 10).stream()
            .filter(one -> one.of() == DataClass.HEALTH)
            .findFirst()
            .orElseThrow();
    assertEquals(2, gone.rows());
    clock.forward(Duration.ofDays(62));
    assertTrue(retention.day(() -> true));
    assertTrue(
        deletions.of(somebody.staff().officer().agency().id(), null, 100).rows().stream()
            .anyMatch(one -> one.of() == DataClass.HEALTH && one.keys() == 1));
  }

  private void agree(Somebody somebody) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "welfare",
            "HealthGroundAgreed",
            Facts.NONE
                .text("healthPurpose", "she had a stroke")
                .flag("watchHeartRate", true)
                .flag("watchPressure", false)
                .flag("watchTemperature", false)
                .flag("watchSteps", true)
                .flag("watchFalls", false)
                .choice("consentBy", "THE_PERSON")
                .flag("separateConsent", true)
                .flag("freeToDecline", true)
                .choice("whoSees", "OFFICERS_OF_CASE")
                .text("whoHelps", "her daughter")
                .day("watchFrom", today)
                .day("watchUntil", today.plusDays(170)),
            somebody.staff().officer()),
        "health-consent");
  }

  private static String basic(DeviceCredential device) {
    String pair = device.id() + ":" + device.key();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
