package org.smartcorrection.platform.welfare;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.tracking.DeviceCredential;
import org.smartcorrection.platform.tracking.Devices;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/**
 * People with a wearable, their health grounds, and what the wearable sends by a Traccar server.
 */
@Component
class Wearers {
  private final District district;
  private final Casework casework;
  private final Devices devices;
  private final MovableClock clock;
  private final MockMvc door;

  Wearers(District district, Casework casework, Devices devices, MovableClock clock, MockMvc door) {
    this.district = district;
    this.casework = casework;
    this.devices = devices;
    this.clock = clock;
    this.door = door;
  }

  record Wearer(District.Staffed staff, Case in, DeviceCredential device) {
    Actor self() {
      Actor officer = staff.officer();
      return new Actor(
          officer.account(),
          officer.post(),
          Role.SUBJECT,
          officer.agency(),
          "",
          "",
          "本人",
          "In person",
          in.person());
    }
  }

  Wearer wearer() {
    District.Staffed staff = district.staffed();
    return wearer(staff, district.received(staff).in());
  }

  Wearer minor() {
    District.Staffed staff = district.staffed();
    return wearer(staff, district.receivedMinor(staff).in());
  }

  private Wearer wearer(District.Staffed staff, Case in) {
    return new Wearer(staff, in, devices.register(in.person(), DeviceKind.DEDICATED));
  }

  /** A consent to all signs. */
  Facts consent(HealthGround.Sees sees) {
    var today = LegalCalendar.legalDay(clock.instant());
    return Facts.NONE
        .text("healthPurpose", "she had a stroke")
        .flag("watchHeartRate", true)
        .flag("watchPressure", true)
        .flag("watchTemperature", true)
        .flag("watchSteps", true)
        .flag("watchFalls", true)
        .choice("consentBy", "THE_PERSON")
        .flag("separateConsent", true)
        .flag("freeToDecline", true)
        .choice("whoSees", sees)
        .text("whoHelps", "her daughter, 13900000000")
        .day("watchFrom", today)
        .day("watchUntil", today.plusDays(90));
  }

  Running agree(Wearer wearer, Facts facts) {
    return District.recorded(attempt(wearer, facts)).instance();
  }

  Running agree(Wearer wearer) {
    return agree(wearer, consent(HealthGround.Sees.OFFICERS_OF_CASE));
  }

  Result attempt(Wearer wearer, Facts facts) {
    return open(wearer, "HealthGroundAgreed", "health-consent", facts);
  }

  Result open(Wearer wearer, String type, String paper, Facts facts) {
    var upload =
        new Upload(paper, paper + ".pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    return casework.perform(
        PerformAct.opening(wearer.in().id(), "welfare", type, facts, wearer.staff().officer())
            .withDocuments(List.of(upload)));
  }

  /** Sends what a watch measured now; the attributes are JSON. */
  void send(Wearer wearer, String attributes) throws Exception {
    send(wearer, clock.instant(), attributes);
  }

  void send(Wearer wearer, Instant now, String attributes) throws Exception {
    String body =
        String.format(
            Locale.ROOT,
            """
            {"device":{},"position":{"protocol":"watch","fixTime":%d,"deviceTime":%d,"valid":true,
            "latitude":31.15,"longitude":104.55,"attributes":%s}}
            """,
            now.toEpochMilli(),
            now.toEpochMilli(),
            attributes);
    String pair = wearer.device().id() + ":" + wearer.device().key();
    byte[] credential = pair.getBytes(StandardCharsets.UTF_8);
    int status =
        door.perform(
                post("/ingest/traccar")
                    .servletPath("/ingest/traccar")
                    .header(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(credential))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body))
            .andReturn()
            .getResponse()
            .getStatus();
    if (status != 200) throw new AssertionError("answered " + status);
  }
}
