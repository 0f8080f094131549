package org.smartcorrection.platform.tracking;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** People, grounds and devices for the tests of this module. */
@Component
class Scene {
  /** A square of about ten kilometres in which everybody of these tests may be. */
  static final BoundingBox SQUARE = new BoundingBox(31.10, 104.50, 31.20, 104.60);

  private final District district;
  private final Casework casework;
  private final Devices devices;
  private final Instances instances;
  private final Clock clock;

  Scene(District district, Casework casework, Devices devices, Instances instances, Clock clock) {
    this.district = district;
    this.casework = casework;
    this.devices = devices;
    this.instances = instances;
    this.clock = clock;
  }

  /** Somebody under correction, with their agency. */
  record Somebody(District.Staffed staff, CaseId caseId, PersonId person) {}

  /** A person without any ground. */
  Somebody somebody() {
    District.Staffed staff = district.staffed();
    Result.Recorded received = district.received(staff);
    return new Somebody(staff, received.in().id(), received.in().person());
  }

  /** A person who may be in {@link #SQUARE} and has a dedicated device on a live ground. */
  Somebody positioned(int months) {
    Somebody somebody = somebody();
    setArea(somebody);
    ground(somebody, months);
    return somebody;
  }

  /** The person themselves, at their own pages. */
  static Actor inPerson(Somebody somebody) {
    Actor officer = somebody.staff().officer();
    return new Actor(
        officer.account(),
        officer.post(),
        Role.SUBJECT,
        officer.agency(),
        "",
        "",
        "本人",
        "In person",
        somebody.person());
  }

  /** The three acts that make a live ground. */
  Running ground(Somebody somebody, int months) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    Running proposed =
        perform(
            PerformAct.opening(
                somebody.caseId(),
                "positioning",
                "PositioningProposed",
                Facts.NONE
                    .choice("ground", "LEFT_WITHOUT_APPROVAL")
                    .text("statement", "left without approval")
                    .count("months", months)
                    .day("termEndsOn", today.plusYears(1)),
                somebody.staff().officer()),
            "evidence");
    Running approved =
        perform(
            PerformAct.in(
                proposed,
                "PositioningApproved",
                Facts.NONE.count("months", months).text("reason", "necessary"),
                somebody.staff().head()),
            "approval");
    return perform(
        PerformAct.in(
            approved,
            "SubjectInformed",
            Facts.NONE
                .flag("termTold", true)
                .flag("rulesTold", true)
                .flag("consequencesTold", true)
                .choice("deviceKind", "DEDICATED"),
            somebody.staff().officer()),
        "notice");
  }

  Running setArea(Somebody somebody) {
    return perform(
        PerformAct.opening(
            somebody.caseId(),
            "area",
            "AreaSet",
            Facts.NONE
                .text("name", "Square")
                .choice("basis", "PLACE_OF_EXECUTION")
                .text("geometry", GeoJson.write(List.of(Polygon.of(SQUARE))))
                .choice("source", "DRAWN")
                .choice("datum", "WGS_84"),
            somebody.staff().officer()));
  }

  /** The area that {@link #setArea} set. */
  Running areaOf(Somebody somebody) {
    return instances.ofCase(somebody.caseId(), "area").getFirst();
  }

  DeviceCredential device(Somebody somebody, DeviceKind kind) {
    return devices.register(somebody.person(), kind);
  }

  /** Performs an act with papers of these kinds, which the test uploads itself. */
  Running perform(PerformAct act, String... papers) {
    List<Upload> uploads = Stream.of(papers).map(Scene::paper).toList();
    return District.recorded(casework.perform(act.withDocuments(uploads))).instance();
  }

  Running perform(Running running, String type, Facts facts, Actor by, String... papers) {
    return perform(PerformAct.in(running, type, facts, by), papers);
  }

  Result attempt(Running running, String type, Facts facts, Actor by) {
    return casework.perform(PerformAct.in(running, type, facts, by));
  }

  Result attempt(PerformAct act, String... papers) {
    return casework.perform(act.withDocuments(Stream.of(papers).map(Scene::paper).toList()));
  }

  /** When a positioning ends by itself. */
  static Instant end(Running positioning) {
    return positioning.instance().deadlines().stream()
        .filter(open -> open.id().equals("end"))
        .findFirst()
        .orElseThrow()
        .deadline()
        .end();
  }

  static Upload paper(String kind) {
    return new Upload(kind, kind + ".pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** Everything that a hearing needs. */
  static Facts account() {
    return Facts.NONE
        .text("language", "Sichuanese")
        .flag("interpreterNeeded", false)
        .flag("minor", false)
        .flag("evidenceShown", true)
        .choice("spoke", "SPOKE")
        .flag("readBack", true)
        .choice("signed", "SIGNATURE")
        .text("account", "I lost my way");
  }

  /** What OsmAnd devices send. */
  static String osmand(DeviceCredential device, Instant at, double latitude, double longitude) {
    return "/ingest/osmand?id=%s&key=%s&timestamp=%d&lat=%.6f&lon=%.6f&accuracy=10&speed=0&source=gnss"
        .formatted(device.id(), device.key(), at.getEpochSecond(), latitude, longitude);
  }
}
