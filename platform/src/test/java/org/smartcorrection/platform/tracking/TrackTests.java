package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.recording.Gpx;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.TrailLines;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The page on which a track is played, and the files that are made of it. */
@PlatformTest
class TrackTests {
  private static final double LATITUDE = 31.15;
  private static final double INSIDE = 104.55;
  private static final double OUTSIDE = 104.63;

  @Autowired Browser browser;
  @Autowired MockMvc door;
  @Autowired Scene scene;
  @Autowired MovableClock clock;
  @Autowired Alarms alarms;
  @Autowired Looks looks;
  @Autowired TrailLines trail;
  @Autowired Exports exports;
  @Autowired Questions questions;
  private Somebody somebody;
  private Actor officer;
  private Running positioning;
  private DeviceCredential device;

  @BeforeEach
  void somebodyIsPositioned() {
    somebody = scene.somebody();
    scene.setArea(somebody);
    positioning = scene.ground(somebody, 3);
    device = scene.device(somebody, DeviceKind.DEDICATED);
    officer = somebody.staff().officer();
  }

  private Instant sent(DeviceCredential by, double longitude) throws Exception {
    clock.forward(Duration.ofSeconds(60));
    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String path = Scene.osmand(by, at, LATITUDE, longitude);
    var answer = door.perform(get(path).servletPath("/ingest/osmand")).andReturn().getResponse();
    assertEquals(200, answer.getStatus());
    return at;
  }

  private Instant stay(int minutes) throws Exception {
    Instant first = sent(device, INSIDE);
    for (int i = 1; i < minutes; i++) sent(device, INSIDE + 0.00001 * (i % 3));
    return first;
  }

  private String page() {
    return "/console/cases/" + somebody.caseId() + "/track";
  }

  private String asked(Instant from, Instant until) {
    return page() + "?from=" + from + "&until=" + until + "&purpose=DAILY_SUPERVISION";
  }

  @Test
  void PIPL_45_nothing_is_seen_without_a_purpose_and_the_person_reads_of_it() throws Exception {
    Instant first = stay(15);
    String unasked = html(browser.get(officer, page()), 200);
    assertFalse(unasked.contains("<svg class=\"map\""), unasked);
    String without =
        html(browser.get(officer, page() + "?from=" + first + "&until=" + clock.instant()), 422);
    assertFalse(without.contains("<svg class=\"map\""), without);
    assertEquals(List.of(), looked("track"));

    for (String language : List.of("en", "zh-CN")) {
      String shown = html(browser.get(officer, asked(first, clock.instant()), language), 200);
      assertTrue(shown.contains("<svg class=\"map\""), shown);
      assertTrue(shown.contains("data-kind=\"stop\""), shown);
      assertFalse(shown.contains("th:"), "a template attribute was not processed");
    }
    assertEquals(List.of("DAILY_SUPERVISION"), looked("track"));
  }

  @Test
  void L23_strangers_and_others_see_no_track() throws Exception {
    Instant first = stay(3);
    String path = asked(first, clock.instant());
    html(browser.get(scene.somebody().staff().officer(), path), 404);
    html(browser.get(somebody.staff().prosecutor(), path), 403);
    html(browser.get(somebody.staff().court(), path), 403);
    assertEquals(List.of(), looked("track"));
  }

  @Test
  void L16a_single_points_of_verifications_are_in_no_track_and_in_no_file() throws Exception {
    Instant first = stay(3);
    DeviceCredential phone = scene.device(somebody, DeviceKind.PHONE);
    sent(phone, 104.57771);

    String shown = html(browser.get(officer, asked(first, clock.instant())), 200);
    assertFalse(shown.contains("104.57771"), shown);
    assertTrue(shown.contains("3 positions, 0 left out"), shown);
    assertFalse(text(file(officer, first, clock.instant(), "GEOJSON")).contains("104.57771"));
  }

  @Test
  void a_gap_says_why_and_a_ground_that_was_lifted_is_one_of_the_reasons() throws Exception {
    Instant first = stay(15);
    clock.forward(Duration.ofMinutes(45));
    stay(3);
    scene.perform(
        positioning,
        "PositioningLifted",
        Facts.NONE.text("reason", "no longer needed"),
        somebody.staff().head());
    clock.forward(Duration.ofMinutes(30));

    String shown = html(browser.get(officer, asked(first, clock.instant())), 200);
    assertTrue(shown.contains("Nothing came"), shown);
    assertTrue(shown.contains("No live ground: nothing may be collected"), shown);
  }

  @Test
  void what_cannot_be_asked_is_said_and_what_was_typed_stays() throws Exception {
    Instant now = clock.instant();
    String order = html(browser.get(officer, asked(now, now.minusSeconds(60))), 422);
    assertTrue(order.contains("The end comes after the beginning"), order);
    String longer = html(browser.get(officer, asked(now.minus(Duration.ofHours(25)), now)), 422);
    assertTrue(longer.contains("24 hours at most"), longer);
    String future =
        html(browser.get(officer, asked(now.plusSeconds(60), now.plusSeconds(90))), 422);
    assertTrue(future.contains("in the future"), future);
    String typed = html(browser.get(officer, page() + "?from=yesterday&until=&purpose="), 422);
    assertTrue(typed.contains("value=\"yesterday\""), typed);
  }

  @Test
  void a_gpx_file_is_read_back_and_who_made_it_and_why_is_recorded() throws Exception {
    Instant first = stay(15);
    Instant until = clock.instant();
    String refused = html(file(officer, first, until, "GPX", ""), 422);
    assertTrue(refused.contains("Why it is made"), refused);
    assertEquals(List.of(), exports.of(somebody.person(), 10));

    MvcResult made = file(officer, first, until, "GPX");
    var read =
        (Gpx.Reading.Read)
            Gpx.read(new ByteArrayInputStream(made.getResponse().getContentAsByteArray()));

    assertEquals(15, read.recording().points().size());
    assertTrue(read.recording().notes().isClean());
    assertTrue(text(made).contains("WGS-84"), text(made));
    Export export = exports.of(somebody.person(), 10).getFirst();
    assertEquals("for the court", export.reason());
    assertEquals(officer.post(), export.post());
    assertEquals(List.of("ALARM_TRIAGE"), looked("track-file"));
    assertTrue(
        trail.page(null, 20).rows().stream()
            .anyMatch(
                line ->
                    line.event().equals("track-exported")
                        && line.detail().contains(export.id().toString())));
    assertTrue(html(browser.get(officer, page()), 200).contains("for the court"));
    html(file(scene.somebody().staff().officer(), first, until, "GPX"), 404);
    html(file(somebody.staff().city(), first, until, "GPX"), 403);
  }

  @Test
  void an_alarms_sheet_carries_evidence_and_receipts() throws Exception {
    Instant first = stay(5);
    clock.forward(Duration.ofMinutes(15));
    for (int i = 0; i < 6; i++) sent(device, OUTSIDE);
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    Alarm alarm = alarms.of(somebody.person(), 1).getFirst();
    String proposed = html(browser.get(officer, page() + "?alarm=" + alarm.id()), 200);
    assertTrue(proposed.contains("value=\"ALARM_TRIAGE\" checked"), proposed);

    MvcResult made =
        browser.post(
            officer,
            page() + "/file",
            "from",
            first.toString(),
            "until",
            clock.instant().toString(),
            "purpose",
            "ALARM_TRIAGE",
            "alarm",
            alarm.id().toString(),
            "file",
            "PDF",
            "reason",
            "for the court");
    assertEquals(200, made.getResponse().getStatus());
    String words = pdf(made);

    assertTrue(words.contains("WGS-84"), words);
    assertTrue(words.contains("for the court"), words);
    assertTrue(words.contains("越过边界"), words);
    assertTrue(words.contains("账本"), words);
    assertEquals(alarm.id(), exports.of(somebody.person(), 1).getFirst().alarm());
  }

  @Test
  void M16_of_somebody_from_whom_another_is_protected_only_whole_days_leave_the_house()
      throws Exception {
    LocalDate tomorrow = LegalCalendar.legalDay(clock.instant()).plusDays(1);
    clock.forward(
        Duration.between(clock.instant(), LegalCalendar.startOf(tomorrow).plusSeconds(36_000)));
    Instant first = stay(5);
    protect();
    clock.forward(Duration.ofMinutes(15));
    for (int i = 0; i < 14; i++) sent(device, 104.58);
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
    Alarm alarm =
        alarms.of(somebody.person(), 10).stream()
            .filter(one -> one.kind() == AlarmKind.ENTERED_PROHIBITED_PLACE)
            .findFirst()
            .orElseThrow();

    for (String form : List.of("GPX", "GEOJSON", "PDF")) {
      assertEquals(422, file(officer, first, clock.instant(), form).getResponse().getStatus());
      MvcResult around =
          browser.post(
              officer,
              page() + "/file",
              "from",
              first.toString(),
              "until",
              clock.instant().toString(),
              "purpose",
              "ALARM_TRIAGE",
              "alarm",
              alarm.id().toString(),
              "file",
              form,
              "reason",
              "for the court");
      assertTrue(html(around, 422).contains("protected person"), form);
    }
    LocalDate day = LegalCalendar.legalDay(first);
    clock.forward(Duration.between(clock.instant(), LegalCalendar.startOf(day.plusDays(1))));
    clock.forward(Duration.ofMinutes(1));
    Instant from = LegalCalendar.startOf(day);
    Instant until = LegalCalendar.startOf(day.plusDays(1));
    for (String form : List.of("GPX", "GEOJSON", "PDF")) {
      MvcResult made = file(officer, from, until, form);
      assertEquals(200, made.getResponse().getStatus(), form);
      String words = form.equals("PDF") ? pdf(made) : text(made);
      for (String secret : List.of("Rosehip", "ENTERED", "禁止", "越过边界", "Polygon", "zone"))
        assertFalse(words.contains(secret), () -> form + " tells " + secret);
      assertTrue(words.contains("104.58"), form + ": where the person was is all there is");
      assertFalse(
          Pattern.compile("104\\.58[1-9]|31\\.15[1-9]").matcher(words).find(),
          "nor where the other is");
    }
  }

  /** A circle of 600 m around a place a little beside where the person will be. */
  private void protect() {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "protection",
            "ProtectedGroundSet",
            Facts.NONE
                .text("protectedName", "Rosehip Lane")
                .choice("protectedKind", "INFORMANT")
                .text("protectedReason", "told the police")
                .count("protectedRadius", 600)
                .text(
                    "protectedGround",
                    "{\"type\":\"Feature\",\"properties\":{\"radiusMetres\":600},\"geometry\":"
                        + "{\"type\":\"Point\",\"coordinates\":[104.5817,31.1511]}}")
                .day("zoneFrom", today)
                .day("zoneUntil", today.plusDays(60)),
            officer),
        "evidence");
  }

  private MvcResult file(Actor by, Instant from, Instant until, String form) throws Exception {
    return file(by, from, until, form, "for the court");
  }

  private MvcResult file(Actor by, Instant from, Instant until, String form, String reason)
      throws Exception {
    return browser.post(
        by,
        page() + "/file",
        "from",
        from.toString(),
        "until",
        until.toString(),
        "purpose",
        "ALARM_TRIAGE",
        "file",
        form,
        "reason",
        reason);
  }

  private List<String> looked(String what) {
    return looks.at(somebody.person(), null, 50).rows().stream()
        .filter(look -> look.what().equals(what))
        .map(look -> look.purpose().name())
        .toList();
  }

  private static String pdf(MvcResult made) throws Exception {
    try (var document = Loader.loadPDF(made.getResponse().getContentAsByteArray())) {
      return Objects.requireNonNull(new PDFTextStripper().getText(document));
    }
  }

  private static String html(MvcResult result, int status) {
    assertEquals(status, result.getResponse().getStatus(), () -> text(result));
    return text(result);
  }

  private static String text(MvcResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
