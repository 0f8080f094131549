package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/**
 * Where somebody was is shown for a purpose that needs it, and the person reads who saw it (L23).
 */
@PlatformTest
class PlacesSeenTests {
  private static final double LATITUDE = 31.151234;
  private static final double LONGITUDE = 104.651234;
  private static final String TRACE = "104.651234"; // in numbers, as every map carries them

  @Autowired Browser browser;
  @Autowired MockMvc door;
  @Autowired Scene scene;
  @Autowired District district;
  @Autowired MovableClock clock;
  @Autowired Questions questions;
  @Autowired Alarms alarms;
  @Autowired Looks looks;
  @Autowired Matrix matrix;
  @Autowired JdbcClient jdbc;

  @Test
  void L23_no_page_shows_where_somebody_was_without_a_line_that_they_can_read() throws Exception {
    Somebody somebody = scene.positioned(3);
    Alarm alarm = outside(somebody);
    point(somebody);
    String span = "&from=" + typed(-3, "from") + "&until=" + typed(0, "until");
    var shown = new TreeSet<String>();
    for (Actor actor : everybody(somebody))
      for (Matrix.Line line : matrix.lines()) {
        String path = line.path().getPatternString();
        if (!line.method().equals("GET") || !line.allows(actor)) continue;
        if (path.equals("/live") || line.anybody() || path.startsWith("/api/")) continue;
        List<String> ids = List.of(alarm.id().toString(), somebody.caseId().toString());
        for (String id : path.contains("{") ? ids : ids.subList(0, 1)) {
          String page = path.replaceAll("\\{[^/]+}", id);
          jdbc.sql("delete from access.looks where person = ?")
              .param(somebody.person().value())
              .update();
          MvcResult answer = browser.get(actor, page + "?purpose=DAILY_SUPERVISION" + span);
          if (!text(answer).contains(TRACE)) continue;
          shown.add(path);
          Looks.Look look =
              looks.at(somebody.person(), null, 50).rows().stream()
                  .filter(one -> one.stretch() != null)
                  .findFirst()
                  .orElseThrow(
                      () -> new AssertionError(path + " leaves no line: " + around(text(answer))));
          assertEquals(actor.post(), look.post(), path);
          assertTrue(look.purpose().opensPlaces(), path);
        }
      }
    assertTrue(
        shown.containsAll(
            List.of(
                "/console/alarms/{id}", "/console/cases/{id}/points", "/console/cases/{id}/track")),
        shown.toString());
  }

  @Test
  void L23_who_is_here_for_something_else_is_asked_what_for_and_comes_back() throws Exception {
    Somebody somebody = scene.positioned(3);
    String page = "/console/alarms/" + outside(somebody).id();
    Actor officer = somebody.staff().officer();
    MvcResult began = browser.post(officer, "/purpose", "purpose", "RECEPTION");
    var session = (MockHttpSession) began.getRequest().getSession();

    MvcResult turned = door.perform(get(page).servletPath(page).session(session)).andReturn();

    assertEquals(
        "/purpose?then=" + page.replace("/", "%2F"), turned.getResponse().getRedirectedUrl());
    String asked = text(browser.get(officer, "/purpose?then=" + page));
    assertTrue(asked.contains("value=\"" + page + "\""), "it leads back");
    assertFalse(asked.contains("value=\"RECEPTION\""), asked);
    assertTrue(text(browser.get(officer, "/purpose")).contains("value=\"RECEPTION\""));
    assertTrue(placesSeen(somebody).isEmpty());

    assertEquals(
        page,
        browser
            .post(officer, "/purpose", "purpose", "COMPLAINT", "then", page)
            .getResponse()
            .getRedirectedUrl());
  }

  @Test
  void nobody_is_led_to_another_host() throws Exception {
    Actor officer = scene.somebody().staff().officer();
    for (String elsewhere : List.of("//example.org", "https://example.org", "/\\example.org"))
      assertEquals(
          "/console",
          browser
              .post(officer, "/purpose", "purpose", "COMPLAINT", "then", elsewhere)
              .getResponse()
              .getRedirectedUrl());
  }

  @Test
  void L16a_a_single_point_is_shown_once_somebody_said_what_for_and_the_person_reads_it()
      throws Exception {
    Somebody somebody = scene.positioned(3);
    point(somebody);
    Actor officer = somebody.staff().officer();
    String page = "/console/cases/" + somebody.caseId() + "/points";

    assertFalse(text(browser.get(officer, page)).contains(TRACE));
    for (String wrong : List.of("", "RECEPTION", "NONE"))
      assertEquals(422, browser.get(officer, page + "?purpose=" + wrong).getResponse().getStatus());
    assertTrue(placesSeen(somebody).isEmpty());
    for (String language : List.of("en", "zh-CN")) {
      String html = text(browser.get(officer, page + "?purpose=APPROVAL", language));
      assertTrue(html.contains(TRACE), html);
      assertTrue(html.contains("<svg class=\"map\""), html);
      assertFalse(html.contains("class=\"trk"), "no line joins them");
    }

    Looks.Look look = placesSeen(somebody).getFirst();
    assertEquals("points", look.what());
    assertEquals(ReadPurpose.APPROVAL, look.purpose());
    assertNotNull(look.stretch());
    String mine = text(browser.get(Scene.inPerson(somebody), "/my/data"));
    assertTrue(mine.contains("Single positions that you gave from"), mine);
  }

  @Test
  void a_track_of_another_datum_than_declared_is_warned_of_before_anybody_is_asked()
      throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    for (int i = 0; i < 8; i++) { // along a border, as a road goes
      clock.forward(Duration.ofMinutes(3));
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      var sent = new Wgs84Point(Scene.SQUARE.south(), 104.52 + i * 0.004).toGcj02();
      door.perform(get(Scene.osmand(device, now, sent.latitude(), sent.longitude())));
    }
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    Alarm alarm = alarms.of(somebody.person(), 1).getFirst();

    String html = text(browser.get(somebody.staff().officer(), "/console/alarms/" + alarm.id()));

    assertTrue(html.contains("taken for GCJ-02"), html);
    assertTrue(html.contains("/console/cases/" + somebody.caseId() + "/devices\""), html);
  }

  /** So many hours from now, as a form has day and time. */
  private String typed(int hours, String name) {
    ZonedDateTime at = clock.instant().plus(hours, ChronoUnit.HOURS).atZone(LegalCalendar.ZONE);
    String time = at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    return at.toLocalDate() + "&" + name + "-time=" + time;
  }

  private List<Looks.Look> placesSeen(Somebody somebody) {
    return looks.at(somebody.person(), null, 50).rows().stream()
        .filter(look -> look.stretch() != null)
        .toList();
  }

  private List<Actor> everybody(Somebody somebody) {
    District.Staffed staff = somebody.staff();
    return List.of(
        staff.officer(),
        staff.office(),
        staff.head(),
        staff.city().lookingAt(staff.officer().agency().id()),
        staff.prosecutor(),
        staff.court(),
        district.actor(staff.officer().agency(), Role.AUDITOR),
        district.actor(staff.officer().agency(), Role.ADMINISTRATOR));
  }

  private void point(Somebody somebody) throws Exception {
    door.perform(
        get(
            Scene.osmand(
                scene.device(somebody, DeviceKind.PHONE),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                LATITUDE,
                LONGITUDE)));
  }

  /** Outside of the square, for as long as it takes to be asked about. */
  private Alarm outside(Somebody somebody) throws Exception {
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    for (double longitude : new double[] {104.55, 104.55, LONGITUDE, LONGITUDE, LONGITUDE}) {
      clock.forward(Duration.ofMinutes(10));
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      door.perform(get(Scene.osmand(device, now, LATITUDE, longitude)));
    }
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    return alarms.of(somebody.person(), 1).getFirst();
  }

  private static String around(String html) {
    int at = html.indexOf(TRACE);
    return html.substring(Math.max(0, at - 100), Math.min(html.length(), at + 100));
  }

  private static String text(MvcResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
