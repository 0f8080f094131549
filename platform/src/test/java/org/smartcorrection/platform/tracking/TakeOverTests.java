package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** A recording that was read out of a device goes the way of everything that a device sends. */
@PlatformTest
class TakeOverTests {
  private static final double INSIDE = 104.55;
  private static final double OUTSIDE = 104.63;
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f-]{36})\"");

  @Autowired MockMvc door;
  @Autowired Browser browser;
  @Autowired Scene scene;
  @Autowired TakingOver takingOver;
  @Autowired TakenRecordings taken;
  @Autowired SealAgencyActs sealed;
  @Autowired Journal journal;
  @Autowired Devices devices;
  @Autowired DeviceData data;
  @Autowired Intake intake;
  @Autowired Following following;
  @Autowired Questions questions;
  @Autowired Alarms alarms;
  @Autowired MovableClock clock;
  private Somebody somebody;
  private Actor officer;
  private DeviceCredential device;
  private Instant start;
  private String page;

  @BeforeEach
  void worn() {
    somebody = scene.positioned(3);
    officer = somebody.staff().officer();
    device = scene.device(somebody, DeviceKind.DEDICATED);
    page = "/console/cases/" + somebody.caseId() + "/recordings/taking";
    start = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    clock.forward(Duration.ofHours(1));
  }

  @Test
  void what_was_stored_is_judged_in_its_place_and_the_act_names_file_and_counts() throws Exception {
    send(0, INSIDE);
    send(3_000, INSIDE);
    String file =
        csv(-86_400, INSIDE)
            + line(0, INSIDE)
            + line(1_000, OUTSIDE)
            + line(1_030, OUTSIDE + 0.001)
            + line(1_060, OUTSIDE + 0.0023)
            + "2026-11-26T08:00:00,31.15,104.55,10,0\n";

    String preview = text(bring(file, "WGS_84"), 200);
    assertTrue(preview.contains("Take over 4 positions"), preview);
    assertTrue(preview.contains("Line 7: no time with its offset"), preview);
    assertEquals(2, stored(), "nothing is kept before somebody has seen what would be");
    take(preview);

    assertEquals(5, stored(), "what was there is not there twice");
    Alarm alarm = alarms.of(somebody.person(), 5).getFirst();
    assertEquals(AlarmKind.LEFT_AREA, alarm.kind());
    TakenRecordings.Taken act = taken.of(somebody.person(), 5).getFirst();
    assertEquals(new TakenRecordings.Counted(5, 4, 1), act.counted());
    String hash = requireNonNull(act.act().says().get("file"));
    assertEquals(64, hash.length());
    assertEquals("GNSS", act.act().says().get("source"));
    assertFalse(act.act().says().toString().contains(somebody.person().toString()));
    Receipt receipt = requireNonNull(sealed.receipts(List.of(act.act())).get(act.act().id()));
    assertNotEquals(Receipt.State.BROKEN, receipt.state());
    for (String language : List.of("en", "zh-CN"))
      assertTrue(text(browser.get(officer, page, language), 200).contains(hash));
    assertTrue(text(browser.get(officer, page + "/progress"), 200).contains("5 of 5 positions"));
    assertTrue(
        text(browser.get(Scene.inPerson(somebody), "/my/positions"), 200)
            .contains("read out of your device"));
  }

  @Test
  void taking_it_over_again_keeps_nothing_twice() throws Exception {
    String file = csv(0, INSIDE) + line(60, INSIDE + 0.001);
    take(text(bring(file, "WGS_84"), 200));
    take(text(bring(file, "WGS_84"), 200));

    assertEquals(2, stored());
    assertEquals(2, taken.of(somebody.person(), 5).size());
  }

  @Test
  void the_gate_keeps_out_what_was_measured_without_a_ground() throws Exception {
    Somebody without = scene.somebody();
    DeviceCredential worn = scene.device(without, DeviceKind.DEDICATED);
    Actor theirs = without.staff().officer();
    String path = "/console/cases/" + without.caseId() + "/recordings/taking";

    String preview =
        text(
            browser.send(
                theirs,
                path,
                file(csv(0, INSIDE)),
                "device",
                worn.id(),
                "datum",
                "WGS_84",
                "source",
                "GNSS"),
            200);

    assertTrue(preview.contains("Nothing of it would be kept"), preview);
    assertFalse(TOKEN.matcher(preview).find(), preview);
    assertEquals(List.of(), journal.from(without.person(), Instant.EPOCH));
  }

  @Test
  void a_file_in_another_datum_is_put_where_it_was_measured() throws Exception {
    var place = new Wgs84Point(31.15, INSIDE);
    String file =
        "time,latitude,longitude\n%s,%.9f,%.9f\n"
            .formatted(
                start.plusSeconds(5), place.toGcj02().latitude(), place.toGcj02().longitude());
    take(text(bring(file, "GCJ_02"), 200));

    Wgs84Point kept =
        journal
            .from(somebody.person(), Instant.EPOCH)
            .getFirst()
            .report()
            .fix()
            .orElseThrow()
            .point();
    assertTrue(kept.metresTo(place) < 2, () -> kept + " and " + place);
  }

  @Test
  void what_the_officer_declares_of_a_file_counts_and_not_what_the_device_speaks()
      throws Exception {
    Device registered = devices.of(somebody.person()).getFirst();
    data.declare(registered, SpokenDatum.GCJ_02, officer.account());
    take(text(bring(csv(5, INSIDE), "WGS_84"), 200));

    Wgs84Point kept =
        journal
            .from(somebody.person(), Instant.EPOCH)
            .getFirst()
            .report()
            .fix()
            .orElseThrow()
            .point();
    assertTrue(kept.metresTo(new Wgs84Point(31.15, INSIDE)) < 2, kept::toString);
  }

  @Test
  void a_GPX_file_is_read_as_well() throws Exception {
    String file =
        "<gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>"
            + "<trkpt lat=\"31.15\" lon=\"104.55\"><time>%s</time></trkpt>".formatted(start)
            + "<trkpt lat=\"31.15\" lon=\"104.56\"></trkpt></trkseg></trk></gpx>";
    String preview = text(bring(file, "WGS_84"), 200);
    assertTrue(preview.contains("Take over 1 positions"), preview);
    take(preview);

    assertEquals(1, stored());
  }

  @Test
  void what_cannot_be_read_says_where_and_nothing_that_was_chosen_is_lost() throws Exception {
    String wrong = text(bring("a,b\n1,2\n", "GCJ_02"), 422);
    assertTrue(wrong.contains("Line 1: the file is neither GPX nor GeoJSON"), wrong);
    assertTrue(Pattern.compile("value=\"GCJ_02\"[^>]*checked").matcher(wrong).find(), wrong);
    text(bring("<html>", "WGS_84"), 422);
    text(browser.post(officer, page), 422);
  }

  @Test
  void only_who_brought_a_file_takes_it_over_and_once() throws Exception {
    Matcher token = TOKEN.matcher(text(bring(csv(0, INSIDE), "WGS_84"), 200));
    assertTrue(token.find());
    Somebody other = scene.positioned(3);
    browser.post(
        other.staff().officer(),
        "/console/cases/" + other.caseId() + "/recordings/taking/do",
        "token",
        token.group(1));
    takingOver.settle(10, TimeUnit.SECONDS);
    assertEquals(0, stored());

    for (int i = 0; i < 2; i++) browser.post(officer, page + "/do", "token", token.group(1));
    takingOver.settle(10, TimeUnit.SECONDS);
    assertEquals(1, taken.of(somebody.person(), 5).size());
  }

  private MvcResult bring(String file, String datum) throws Exception {
    return browser.send(
        officer, page, file(file), "device", device.id(), "datum", datum, "source", "GNSS");
  }

  private static MockMultipartFile[] file(String content) {
    return new MockMultipartFile[] {
      new MockMultipartFile(
          "recording", "x.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8))
    };
  }

  private void take(String preview) throws Exception {
    Matcher token = TOKEN.matcher(preview);
    assertTrue(token.find(), preview);
    text(browser.post(officer, page + "/do", "token", token.group(1)), 302);
    takingOver.settle(10, TimeUnit.SECONDS);
    do intake.look().get();
    while (!following.waiting().isEmpty());
    assertTrue(questions.settled(10, TimeUnit.SECONDS));
  }

  private int stored() {
    return journal.from(somebody.person(), Instant.EPOCH).size();
  }

  private void send(int second, double longitude) throws Exception {
    int status =
        door.perform(
                get(Scene.osmand(device, start.plusSeconds(second), 31.15, longitude))
                    .servletPath("/ingest/osmand"))
            .andReturn()
            .getResponse()
            .getStatus();
    assertEquals(200, status);
  }

  private String csv(int second, double longitude) {
    return "time,latitude,longitude,accuracy,speed\n" + line(second, longitude);
  }

  private String line(int second, double longitude) {
    return "%s,31.15,%.6f,10,0\n".formatted(start.plusSeconds(second), longitude);
  }

  private static String text(MvcResult result, int status) {
    String html = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    assertEquals(status, result.getResponse().getStatus(), html);
    return html;
  }
}
