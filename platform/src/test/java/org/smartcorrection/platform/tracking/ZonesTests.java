package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.ForbiddenZone;
import org.smartcorrection.location.supervision.ProhibitionBasis;
import org.smartcorrection.location.supervision.RequiredPresence;
import org.smartcorrection.location.supervision.Terms;
import org.smartcorrection.platform.PassedTime;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

/** Acts that set zones add up to the terms by which positions are judged, and end with them. */
@PlatformTest
class ZonesTests {
  static final CircleArea HALL = new CircleArea(new Wgs84Point(31.15, 104.55), 300);

  @Autowired Scene scene;
  @Autowired Areas areas;
  @Autowired HouseDeadZones house;
  @Autowired Casework casework;
  @Autowired Instances instances;
  @Autowired Comparison comparison;
  @Autowired PassedTime time;
  @Autowired MovableClock clock;
  @Autowired HeardZones heard;
  private Scene.Somebody somebody;
  private LocalDate today;

  @BeforeEach
  void somebodyWithAnArea() {
    somebody = scene.somebody();
    scene.setArea(somebody);
    today = LegalCalendar.legalDay(clock.instant());
    heard.changed.clear();
  }

  @Test
  void M34_what_an_order_forbids_is_forbidden_until_the_order_ends() {
    Running set = forbidden("Exchange Hall");

    ForbiddenZone zone = terms().forbidden().getFirst();
    assertEquals(ProhibitionBasis.COURT_PROHIBITION, zone.basis());
    assertEquals(set.id().toString(), zone.id());
    assertTrue(zone.holdsAt(clock.instant()));
    assertTrue(zone.area().contains(HALL.centre()));
    assertEquals(List.of(somebody.person()), heard.changed);

    clock.forwardTo(LegalCalendar.endOf(today.plusDays(30)).plusSeconds(1));
    time.acts(somebody.staff().officer().agency().id());

    assertEquals("EXPIRED", instances.find(set.id()).orElseThrow().state());
    assertFalse(terms().forbidden().getFirst().holdsAt(clock.instant()));
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void M34_an_entry_that_was_allowed_admits_to_the_zone_of_its_order() {
    forbidden("Exchange Hall");
    forbidden("Tea house");
    Instant during = LegalCalendar.startOf(today.plusDays(2)).plusSeconds(3_600);
    assertEquals(2, holding(during));

    Running allowed = entry("Exchange Hall");

    assertEquals(1, holding(during));
    assertEquals(2, holding(LegalCalendar.endOf(today.plusDays(2))));
    scene.perform(
        allowed,
        "PlaceEntryWithdrawn",
        Facts.NONE.text("reason", "the appointment was cancelled"),
        somebody.staff().officer());
    assertEquals(2, holding(during));
  }

  @Test
  void M16_the_surroundings_of_a_protected_person_are_forbidden_ground() {
    Running set =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "protection",
                "ProtectedGroundSet",
                Facts.NONE
                    .text("protectedName", "north")
                    .choice("protectedKind", "VICTIM")
                    .text("protectedReason", "threats")
                    .count("protectedRadius", 300)
                    .text("protectedGround", GroundForm.write(HALL))
                    .day("zoneFrom", today)
                    .day("zoneUntil", today.plusDays(30)),
                somebody.staff().officer()));

    assertEquals(ProhibitionBasis.CONTACT_BAN, terms().forbidden().getFirst().basis());
    clock.forward(Duration.ofHours(1));
    scene.perform(
        set,
        "ProtectedGroundEnded",
        Facts.NONE.text("protectedReason", "moved away"),
        somebody.staff().officer());
    assertFalse(terms().forbidden().getFirst().holdsAt(clock.instant()));
    assertTrue(terms().forbidden().getFirst().holdsAt(clock.instant().minusSeconds(60)));
  }

  @Test
  void L28_a_presence_has_its_hours_and_pauses_during_a_leave() {
    LocalDate monday = today.plusDays(6).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    presence("MON 09:00-11:30");
    Instant lesson = LegalCalendar.startOf(monday).plus(Duration.ofHours(10));
    RequiredPresence required = terms().required().getFirst();
    assertEquals(Duration.ofMinutes(15), required.grace());
    assertTrue(required.hoursAt(lesson).isPresent());
    assertTrue(required.hoursAt(lesson.plus(Duration.ofHours(2))).isEmpty());

    Running applied =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "leave",
                "LeaveApplied",
                Facts.NONE
                    .text("destination", "白石县东街")
                    .day("firstDay", monday.minusDays(1))
                    .day("lastDay", monday.plusDays(1))
                    .choice("cause", "FAMILY"),
                somebody.staff().officer()),
            "proof");
    scene.perform(applied, "LeaveGranted", Facts.NONE, somebody.staff().officer(), "leave-permit");

    assertTrue(terms().required().getFirst().hoursAt(lesson).isEmpty());
    assertTrue(terms().required().getFirst().hoursAt(lesson.plus(Duration.ofDays(7))).isPresent());
  }

  @Test
  void L28_there_is_no_curfew_whatever_it_is_called() {
    Result night =
        scene.attempt(
            PerformAct.opening(
                somebody.caseId(),
                "presence",
                "PresenceSet",
                presenceFacts("MON 21:00-24:00"),
                somebody.staff().officer()));

    assertInstanceOf(Result.Refused.class, night);
    assertEquals(List.of(), terms().required());
  }

  @Test
  void a_silence_is_explained_by_dead_zones_of_the_person_and_of_the_agency() {
    var officer = somebody.staff().officer();
    scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "deadzone",
            "DeadZoneApproved",
            ground(Facts.NONE.text("name", "mine").text("reason", "works below ground"))
                .count("longestMinutes", 480),
            officer));
    house.approve(
        officer.agency().id(), "Tunnel", HALL, Duration.ofMinutes(40), "", somebody.staff().head());

    assertEquals(
        List.of(Duration.ofHours(8), Duration.ofMinutes(40)),
        terms().deadZones().stream().map(zone -> zone.longest()).toList());
    var tunnel = house.of(officer.agency().id()).getFirst();
    house.end(officer.agency().id(), tunnel.id(), somebody.staff().head());
    assertEquals(1, terms().deadZones().size());
    assertEquals(List.of(), house.of(officer.agency().id()));
  }

  @Test
  void L32_every_zone_ends_with_the_correction() {
    forbidden("Exchange Hall");
    presence("MON 09:00-11:30");
    clock.forward(Duration.ofHours(1));
    scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "release",
            "TerminatedByDeath",
            Facts.NONE
                .day("diedOn", today)
                .choice("deathKind", "NATURAL_DEATH")
                .text("reportedBy", "family"),
            somebody.staff().officer()),
        "death-certificate");

    Terms terms = terms();
    assertFalse(terms.forbidden().getFirst().holdsAt(clock.instant()));
    assertFalse(terms.required().getFirst().during().holdsAt(clock.instant()));
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void a_zone_that_is_set_anew_is_one_zone_with_the_new_border() {
    Running first = forbidden("Exchange Hall");
    var moved = new CircleArea(new Wgs84Point(31.12, 104.52), 200);

    scene.perform(
        first,
        "ForbiddenGroundSet",
        forbiddenFacts("Exchange Hall").text("geometry", GroundForm.write(moved)),
        somebody.staff().officer());

    assertEquals(List.of(moved), terms().forbidden().stream().map(ForbiddenZone::area).toList());
    assertEquals(List.of(somebody.person(), somebody.person()), heard.changed);
  }

  private long holding(Instant at) {
    return terms().forbidden().stream().filter(zone -> zone.holdsAt(at)).count();
  }

  private Terms terms() {
    return areas.terms(somebody.person());
  }

  private Running forbidden(String name) {
    return scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "forbidden",
            "ForbiddenGroundSet",
            forbiddenFacts(name),
            somebody.staff().officer()));
  }

  private Facts forbiddenFacts(String name) {
    return ground(Facts.NONE.text("name", name).text("orderNumber", "(2026)禁1号"))
        .text("weekHours", "ALWAYS")
        .choice("onHolidays", "HOLIDAYS_AS_USUAL");
  }

  private Running presence(String hours) {
    return scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "presence",
            "PresenceSet",
            presenceFacts(hours),
            somebody.staff().officer()));
  }

  private Facts presenceFacts(String hours) {
    return ground(Facts.NONE.text("name", "school"))
        .choice("presenceBasis", "EDUCATION")
        .text("weekHours", hours)
        .choice("onHolidays", "HOLIDAYS_AS_USUAL")
        .count("graceMinutes", 15);
  }

  private Facts ground(Facts facts) {
    return facts
        .day("zoneFrom", today)
        .day("zoneUntil", today.plusDays(30))
        .text("geometry", GroundForm.write(HALL))
        .choice("source", "DRAWN")
        .choice("datum", "WGS_84");
  }

  private Running entry(String place) {
    Running applied =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "place",
                "PlaceEntryApplied",
                Facts.NONE
                    .text("place", place)
                    .text("orderNumber", "(2026)禁1号")
                    .text("entryPurpose", "to close an account")
                    .day("enterFrom", today.plusDays(1))
                    .day("enterUntil", today.plusDays(2)),
                somebody.staff().officer()),
            "proof");
    return scene.perform(
        applied,
        "PlaceEntryAllowed",
        Facts.NONE.flag("orderAdmits", true).text("reason", "nobody can do it for him"),
        somebody.staff().officer(),
        "decision",
        "place-permit");
  }
}
