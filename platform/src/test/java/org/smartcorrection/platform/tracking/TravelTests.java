package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.PassedTime;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Rules M19 and M22: what was approved widens where somebody may be, and ends by itself. */
@PlatformTest
class TravelTests {
  private static final double HOME = 104.55;
  private static final double WAY = 104.63;
  private static final double BAISHI = 104.70;
  private static final double FAR = 105.20;

  @Autowired MockMvc door;
  @Autowired Scene scene;
  @Autowired Areas areas;
  @Autowired Alarms alarms;
  @Autowired Questions questions;
  @Autowired Instances instances;
  @Autowired Comparison comparison;
  @Autowired PassedTime time;
  @Autowired MovableClock clock;
  private Scene.Somebody somebody;
  private LocalDate today;

  @BeforeEach
  void positioned() {
    somebody = scene.positioned(3);
    today = LegalCalendar.legalDay(clock.instant());
  }

  @Test
  void M22_regular_travel_permits_the_county_and_the_way_there_and_nothing_beyond() {
    assertFalse(permitted(BAISHI));

    approved(travel("白石县"));

    assertTrue(permitted(HOME));
    assertTrue(permitted(WAY));
    assertTrue(permitted(BAISHI));
    assertFalse(permitted(FAR));
  }

  @Test
  void M22_nobody_is_alarmed_by_a_trip_that_was_approved() throws Exception {
    approved(travel("白石县"));
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);

    go(device, HOME);
    go(device, WAY);
    go(device, BAISHI);
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    assertEquals(List.of(), alarms.of(somebody.person(), 10));

    go(device, FAR);
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    assertEquals(1, alarms.of(somebody.person(), 10).size());
  }

  @Test
  void M22_the_permission_ends_by_itself_with_the_approved_months() {
    Running approved = approved(travel("白石县"));
    Instant end = Scene.end(approved);
    assertTrue(permitted(BAISHI, end.minusSeconds(1)));
    assertFalse(permitted(BAISHI, end));

    clock.forwardTo(end.plus(Duration.ofHours(1)));
    time.acts(agency());

    assertEquals("EXPIRED", instances.find(approved.id()).orElseThrow().state());
    assertFalse(permitted(BAISHI));
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void a_fault_in_one_act_of_time_holds_up_no_other_and_is_tried_again() {
    Running approved = approved(travel("白石县"));
    clock.forwardTo(Scene.end(approved).plus(Duration.ofHours(1)));
    var tried = new AtomicInteger();
    Function<AgencyId, Actor> failsOnce =
        custody -> {
          if (tried.getAndIncrement() == 0) throw new IllegalStateException("a fault for the test");
          return time.systemOf(custody);
        };

    time.acts(agency(), failsOnce);

    assertEquals("EXPIRED", instances.find(approved.id()).orElseThrow().state());
    int before = tried.get();
    assertTrue(before > 1, "there was something before it");
    clock.forward(Duration.ofMinutes(2));
    time.acts(agency(), failsOnce);
    assertTrue(tried.get() > before, "what failed, and what follows from it");
  }

  private AgencyId agency() {
    return somebody.staff().officer().agency().id();
  }

  @Test
  void M22_a_withdrawal_narrows_it_at_once() {
    Running approved = approved(travel("白石县"));

    scene.perform(
        approved,
        "RegularTravelWithdrawn",
        Facts.NONE.text("reason", "the work there is over"),
        somebody.staff().officer());

    clock.forward(Duration.ofMinutes(1));
    assertFalse(permitted(BAISHI));
  }

  @Test
  void M22_a_refusal_without_reason_is_refused_and_one_with_it_widens_nothing() {
    Running applied = travel("白石县");

    Result bare =
        scene.attempt(applied, "RegularTravelRefused", Facts.NONE, somebody.staff().officer());
    assertInstanceOf(Result.Refused.class, bare);
    scene.perform(
        applied,
        "RegularTravelRefused",
        Facts.NONE.text("reason", "no proof of the work"),
        somebody.staff().officer());

    assertFalse(permitted(BAISHI));
  }

  @Test
  void the_agency_may_approve_another_county_than_was_applied_for() {
    Running applied = travel("白石县、望禾市城区");

    approve(applied, Facts.NONE.text("regions", "望禾市城区"));

    assertTrue(permitted(WAY));
    assertFalse(permitted(BAISHI));
  }

  @Test
  void a_county_that_is_not_listed_is_words_and_permits_what_words_permit() {
    approved(travel("无此县"));
    assertTrue(permitted(FAR));
  }

  @Test
  void M19_a_leave_to_a_listed_county_permits_it_and_not_the_whole_country() {
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
                    .choice("cause", "FAMILY"),
                somebody.staff().officer()),
            "proof");
    Running granted =
        scene.perform(
            applied, "LeaveGranted", Facts.NONE, somebody.staff().officer(), "leave-permit");

    Instant during = LegalCalendar.startOf(today.plusDays(5));
    assertTrue(granted.facts().said("geometry").contains("Polygon"));
    assertTrue(permitted(BAISHI, during));
    assertTrue(permitted(WAY, during));
    assertFalse(permitted(FAR, during));
    assertFalse(permitted(BAISHI, LegalCalendar.startOf(today.plusDays(3))));
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  private Running travel(String regions) {
    return scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "regulartravel",
            "RegularTravelApplied",
            Facts.NONE
                .text("places", "白石县")
                .text("regions", regions)
                .text("frequency", "every Monday")
                .day("travelFrom", today)
                .count("months", 1)
                .choice("travelCause", "REGULAR_WORK")
                .text("statement", "deliveries"),
            somebody.staff().officer()),
        "proof");
  }

  private Running approved(Running applied) {
    return approve(applied, Facts.NONE);
  }

  private Running approve(Running applied, Facts more) {
    return scene.perform(
        applied,
        "RegularTravelApproved",
        Facts.NONE
            .count("months", 1)
            .day("travelFrom", today)
            .choice("reportBy", "TELEPHONE")
            .with(more),
        somebody.staff().officer());
  }

  private boolean permitted(double longitude) {
    return permitted(longitude, clock.instant());
  }

  private boolean permitted(double longitude, Instant at) {
    return areas
            .terms(somebody.person())
            .permitted()
            .orElseThrow()
            .signedDistanceMetres(new Wgs84Point(31.15, longitude), at)
            .orElseThrow()
        < 0;
  }

  private void go(DeviceCredential device, double longitude) throws Exception {
    clock.forward(Duration.ofMinutes(19));
    for (int i = 0; i < 3; i++) {
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
}
