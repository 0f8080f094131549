package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.SystemActors;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@PlatformTest
class TrackingPagesTests {
  @Autowired Browser browser;
  @Autowired MockMvc door;
  @Autowired Scene scene;
  @Autowired MovableClock clock;
  @Autowired Alarms alarms;
  @Autowired Questions questions;
  @Autowired Instances instances;
  @Autowired SystemActors system;
  @Autowired Looks looks;
  @Autowired Areas areas;
  @Autowired Journal journal;

  @Test
  void an_alarm_is_answered_step_by_step_on_its_page() throws Exception {
    Somebody somebody = scene.positioned(3);
    Actor officer = somebody.staff().officer();
    Alarm alarm = alarm(somebody);
    String page = "/console/alarms/" + alarm.id();

    for (String language : List.of("en", "zh-CN")) {
      String html = text(browser.get(officer, page, language), 200);
      assertTrue(html.contains("<svg class=\"map\""), html);
      assertTrue(
          html.contains("<script type=\"application/geo+json\">{\"type\":\"FeatureCollection\""),
          html);
      assertFalse(html.contains("th:"), "a template attribute was not processed");
    }
    String shut =
        text(
            browser.post(
                officer, page + "/acts/finding", "finding", "FoundNoGoodReason", "reason", "x"),
            422);
    assertTrue(shut.contains("role=\"alert\""), shut);

    text(browser.post(officer, page + "/acts/EvidenceSeen"), 302);
    String missing =
        text(browser.post(officer, page + "/acts/AccountTaken", "account", "what he said"), 422);
    assertTrue(missing.contains("what he said"), "what was typed is kept");
    text(
        browser.post(
            officer,
            page + "/acts/AccountTaken",
            "evidenceShown",
            "true",
            "language",
            "Sichuanese",
            "interpreterNeeded",
            "false",
            "spoke",
            "SPOKE",
            "account",
            "I lost my way",
            "readBack",
            "true",
            "signed",
            "SIGNATURE"),
        302);
    assertTrue(text(browser.get(officer, page), 200).contains("FoundNoGoodReason"));
    text(
        browser.post(
            officer,
            page + "/acts/finding",
            "finding",
            "FoundNoGoodReason",
            "reason",
            "none given"),
        302);
    text(
        browser.post(
            officer,
            page + "/acts/AdmonitionProposed",
            "breach",
            "MINOR_BREACH",
            "statement",
            "left the area"),
        302);
    text(browser.post(officer, page + "/acts/AdmonitionDecided", "reason", "enough"), 302);
    text(browser.post(officer, page + "/acts/AdmonitionServed"), 302);
    text(browser.post(officer, page + "/acts/AdverseAlarmClosed"), 302);

    String done = text(browser.get(officer, page), 200);
    assertTrue(done.contains("/documents/"), "the admonition can be printed");
    assertEquals("CLOSED_NO_GOOD_REASON", alarms.get(alarm.id()).state());
  }

  @Test
  void the_queue_shows_it_to_those_whom_it_concerns_and_to_nobody_else() throws Exception {
    Somebody somebody = scene.positioned(3);
    Alarm alarm = alarm(somebody);
    Actor stranger = scene.somebody().staff().officer();

    for (Actor mine :
        List.of(somebody.staff().officer(), somebody.staff().office(), somebody.staff().head()))
      assertTrue(
          text(browser.get(mine, "/console/alarms/list"), 200).contains(alarm.id().toString()));
    assertFalse(
        text(browser.get(stranger, "/console/alarms"), 200).contains(alarm.id().toString()));
    text(browser.get(stranger, "/console/alarms/" + alarm.id()), 404);
  }

  @Test
  void L23_where_somebody_was_is_shown_to_their_own_agency_alone_and_each_look_is_recorded()
      throws Exception {
    Somebody somebody = scene.positioned(3);
    String page = "/console/alarms/" + alarm(somebody).id();
    District.Staffed elsewhere = scene.somebody().staff();

    for (Actor stranger : List.of(elsewhere.officer(), elsewhere.office(), elsewhere.head()))
      text(browser.get(stranger, page), 404);
    text(browser.get(somebody.staff().prosecutor(), page), 403);
    assertEquals(List.of(), positionsSeen(somebody));
    text(browser.get(somebody.staff().officer(), page), 200);
    assertEquals(List.of("positions"), positionsSeen(somebody));
  }

  private List<String> positionsSeen(Somebody somebody) {
    return looks.at(somebody.person(), null, 50).rows().stream()
        .map(Looks.Look::what)
        .filter("positions"::equals)
        .toList();
  }

  @Test
  void the_page_of_a_withdrawn_alarm_says_so_and_asks_for_nothing() throws Exception {
    Somebody somebody = scene.positioned(3);
    Alarm alarm = alarm(somebody);
    scene.perform(
        instances.find(Objects.requireNonNull(alarm.instance())).orElseThrow(),
        "AlarmWithdrawn",
        Facts.NONE,
        system.of(somebody.staff().officer().agency()));

    String html =
        text(browser.get(somebody.staff().officer(), "/console/alarms/" + alarm.id()), 200);

    assertTrue(html.contains("Withdrawn: later messages do not bear it"), html);
    assertFalse(html.contains("Ask first, openly"), html);
    assertFalse(html.contains("Record the finding"), html);
  }

  @Test
  void whoever_opens_an_alarm_is_recorded_for_the_person() throws Exception {
    Somebody somebody = scene.positioned(3);
    Alarm alarm = alarm(somebody);

    browser.get(somebody.staff().officer(), "/console/alarms/" + alarm.id());

    List<String> seen =
        looks.at(somebody.person(), null, 50).rows().stream().map(Looks.Look::what).toList();
    assertTrue(seen.containsAll(List.of("alarm", "positions")), seen.toString());
  }

  @Test
  void an_area_is_chosen_drawn_or_imported_and_an_absurd_one_is_refused() throws Exception {
    Somebody somebody = scene.somebody();
    Actor officer = somebody.staff().officer();
    String page = "/console/cases/" + somebody.caseId() + "/area";
    String[] common = {"name", "Home", "basis", "PLACE_OF_EXECUTION", "datum", "WGS_84"};

    text(browser.get(officer, page, "zh-CN"), 200);
    text(
        browser.post(officer, page, with(common, "source", "LISTED", "listed", "urban-area")), 302);
    assertEquals(1, areas.zones(somebody.person()).size());
    text(
        browser.post(
            officer,
            page,
            with(common, "source", "DRAWN", "corners", "104.5, 31.1\n104.6, 31.1\n104.6, 31.2")),
        302);
    assertEquals(1, areas.zones(somebody.person()).size(), "the place of execution is one");
    String file = GeoJson.write(List.of(Polygon.of(Scene.SQUARE)));
    var upload =
        new MockMultipartFile(
            "file", "a.geojson", "application/json", file.getBytes(StandardCharsets.UTF_8));
    text(
        browser.send(
            officer,
            page,
            new MockMultipartFile[] {upload},
            with(common, "source", "IMPORTED", "licence", "survey office, letter 12")),
        302);

    assertRefused(
        officer,
        page,
        with(
            common,
            "source",
            "DRAWN",
            "corners",
            "104.5, 31.1\n104.6, 31.2\n104.6, 31.1\n104.5, 31.2"));
    assertRefused(
        officer,
        page,
        with(
            common, "source", "DRAWN", "corners", "104.5, 31.1\n104.50001, 31.1\n104.5, 31.10001"));
    assertRefused(officer, page, with(common, "source", "DRAWN", "corners", "north of here"));
    assertTrue(text(browser.get(officer, page), 200).contains("Home"));
  }

  @Test
  void a_recording_is_shown_at_its_place_and_time_and_not_kept() throws Exception {
    Actor officer = scene.somebody().staff().officer();
    String gpx =
        "<gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>"
            + "<trkpt lat=\"45.5\" lon=\"14.25\"><time>2019-05-01T08:00:00Z</time></trkpt>"
            + "<trkpt lat=\"45.6\" lon=\"14.35\"><time>2019-05-01T09:00:00Z</time></trkpt>"
            + "</trkseg></trk></gpx>";

    text(browser.get(officer, "/console/recordings"), 200);
    String html = text(browser.send(officer, "/console/recordings", file(gpx)), 200);
    String json =
        "{\"type\":\"Feature\",\"properties\":{\"coordTimes\":[\"2019-05-01T08:00:00Z\"]},"
            + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[14.25,45.75],[14.35,45.6]]}}";
    String line = text(browser.send(officer, "/console/recordings", file(json)), 200);
    String wrong = text(browser.send(officer, "/console/recordings", file("no recording")), 422);
    text(browser.send(officer, "/console/recordings", file("{\"type\":")), 422);

    assertTrue(html.contains("45.500000") && html.contains("14.350000"), html);
    assertTrue(line.contains("45.750000") && line.contains("no time"), line);
    assertTrue(html.contains("1 May 2019"), html);
    assertTrue(wrong.contains("recording-error"), wrong);
  }

  @Test
  void a_devices_credential_is_shown_once() throws Exception {
    Somebody somebody = scene.positioned(1);
    Actor officer = somebody.staff().officer();
    String page = "/console/cases/" + somebody.caseId() + "/devices";

    MvcResult registered = browser.post(officer, page, "kind", "DEDICATED");
    text(registered, 302);

    assertTrue(registered.getFlashMap().containsKey("credential"));
    String html = text(browser.get(officer, page, "zh-CN"), 200);
    assertFalse(
        html.contains(((DeviceCredential) registered.getFlashMap().get("credential")).key()));
  }

  @Test
  void whoever_does_not_say_what_a_device_is_is_asked_and_what_was_typed_stays() throws Exception {
    Somebody somebody = scene.positioned(1);
    String page = "/console/cases/" + somebody.caseId() + "/devices";

    String html =
        text(browser.post(somebody.staff().officer(), page, "kind", "", "datum", "GCJ_02"), 422);

    assertTrue(html.contains("id=\"kind-error\""), html);
    assertTrue(html.matches("(?s).*<input[^>]*value=\"GCJ_02\"[^>]*checked.*"), html);
  }

  @Test
  void a_terminals_name_on_the_traccar_server_is_one_devices() throws Exception {
    Somebody somebody = scene.positioned(1);
    Actor officer = somebody.staff().officer();
    String page = "/console/cases/" + somebody.caseId() + "/devices";
    String[] named = {"kind", "DEDICATED", "terminal", " 860000000000021 "};
    text(browser.post(officer, page, named), 302);
    String listed = text(browser.get(officer, page), 200);
    assertTrue(listed.contains("Known by its name on the Traccar server"), listed);

    String html = text(browser.post(officer, page, named), 422);

    assertTrue(html.contains("id=\"terminal-error\""), html);
    assertTrue(html.contains("860000000000021"), html);
    assertTrue(html.matches("(?s).*<input[^>]*value=\"DEDICATED\"[^>]*checked.*"), html);
  }

  @Test
  void a_device_that_speaks_another_datum_is_read_so_from_the_change_on() throws Exception {
    Somebody somebody = scene.positioned(3);
    Actor officer = somebody.staff().officer();
    String page = "/console/cases/" + somebody.caseId() + "/devices";
    var home = new Wgs84Point(31.15, 104.55);
    MvcResult registered = browser.post(officer, page, "kind", "DEDICATED");
    var device =
        (DeviceCredential) Objects.requireNonNull(registered.getFlashMap().get("credential"));

    double before = metres(home, sentAsGcj02(somebody, device, home));
    text(browser.post(officer, page + "/datum", "device", device.id(), "datum", "GCJ_02"), 302);
    double after = metres(home, sentAsGcj02(somebody, device, home));

    assertTrue(before > 200, "taken for WGS-84: " + before);
    assertTrue(after < 1, "taken for GCJ-02: " + after);
    String html = text(browser.get(officer, page), 200);
    assertTrue(html.contains("GCJ-02 since"), html);
    text(browser.post(officer, page + "/datum", "device", device.id(), "datum", "BY_SOURCE"), 302);
    assertTrue(metres(home, sentAsGcj02(somebody, device, home)) > 200);
  }

  @Test
  void a_device_is_registered_with_its_datum() throws Exception {
    Somebody somebody = scene.positioned(3);
    var home = new Wgs84Point(31.15, 104.55);
    MvcResult registered =
        browser.post(
            somebody.staff().officer(),
            "/console/cases/" + somebody.caseId() + "/devices",
            "kind",
            "DEDICATED",
            "datum",
            "GCJ_02");
    var device =
        (DeviceCredential) Objects.requireNonNull(registered.getFlashMap().get("credential"));

    assertTrue(metres(home, sentAsGcj02(somebody, device, home)) < 1);
  }

  private Wgs84Point sentAsGcj02(Somebody somebody, DeviceCredential device, Wgs84Point place)
      throws Exception {
    clock.forward(Duration.ofMinutes(3));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    var sent = place.toGcj02();
    door.perform(get(Scene.osmand(device, now, sent.latitude(), sent.longitude())));
    return journal.from(somebody.person(), now).getFirst().report().fix().orElseThrow().point();
  }

  private static double metres(Wgs84Point one, Wgs84Point other) {
    double north = (one.latitude() - other.latitude()) * 111_195;
    double east =
        (one.longitude() - other.longitude()) * 111_195 * Math.cos(Math.toRadians(one.latitude()));
    return Math.hypot(north, east);
  }

  private void assertRefused(Actor officer, String page, String[] fields) throws Exception {
    String html = text(browser.post(officer, page, fields), 422);
    assertTrue(html.contains("corners-error"), html);
  }

  private Alarm alarm(Somebody somebody) throws Exception {
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    for (double longitude : new double[] {104.55, 104.55, 104.63, 104.63, 104.63}) {
      clock.forward(Duration.ofMinutes(10));
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      door.perform(get(Scene.osmand(device, now, 31.15, longitude)));
    }
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    return alarms.of(somebody.person(), 1).getFirst();
  }

  private static MockMultipartFile[] file(String content) {
    return new MockMultipartFile[] {
      new MockMultipartFile(
          "recording", "a.gpx", "application/gpx+xml", content.getBytes(StandardCharsets.UTF_8))
    };
  }

  private static String[] with(String[] common, String... more) {
    String[] all = Arrays.copyOf(common, common.length + more.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    return all;
  }

  private static String text(MvcResult result, int status) throws Exception {
    String html = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    assertEquals(status, result.getResponse().getStatus(), html);
    return html;
  }
}
