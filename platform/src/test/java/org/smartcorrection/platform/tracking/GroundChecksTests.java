package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** What cannot be ground, and what follows from ground, however it comes into the platform. */
@PlatformTest
class GroundChecksTests {
  private static final String EAST = "104.7 31.1,104.8 31.1,104.8 31.2,104.7 31.2";

  @Autowired Browser browser;
  @Autowired MockMvc door;
  @Autowired Scene scene;
  @Autowired MovableClock clock;
  @Autowired Areas areas;
  @Autowired Alarms alarms;
  @Autowired Intake intake;
  @Autowired Questions questions;

  /** How ground comes. */
  enum Way {
    TYPED,
    GEOJSON,
    KML
  }

  @ParameterizedTest
  @EnumSource
  void what_cannot_be_ground_is_sent_back_with_the_reason(Way way) throws Exception {
    Somebody somebody = scene.somebody();
    String twisted = "104.5 31.1,104.6 31.2,104.6 31.1,104.5 31.2";
    String around = "179 31,-179 31,-179 32,179 32";
    String country = "80 20,130 20,130 50,80 50";
    String room = "104.5 31.1,104.50001 31.1,104.5 31.10001";

    assertSentBack("crosses itself", somebody, way, twisted);
    assertSentBack("spans half the globe", somebody, way, around);
    assertSentBack("larger than any prefecture", somebody, way, country);
    assertSentBack("smaller than a hectare", somebody, way, room);
    assertEquals(List.of(), areas.zones(somebody.person()));
  }

  private void assertSentBack(String reason, Somebody somebody, Way way, String corners)
      throws Exception {
    String html = text(send(somebody, way, corners, home()), 422);
    assertTrue(html.contains(reason), reason + html);
  }

  @ParameterizedTest
  @EnumSource
  void what_overlaps_is_warned_of_before_it_is_set(Way way) throws Exception {
    Somebody somebody = scene.positioned(3);
    text(send(somebody, way, EAST, forbidden()), 302);

    String warned = text(send(somebody, way, EAST, forbidden()), 422);

    assertTrue(warned.contains("overlaps forbidden ground"), warned);
    assertEquals(1, areas.set(somebody.person()).size());
    String seen = warned.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    text(send(somebody, way, EAST, with(forbidden(), "seen", seen)), 302);
    assertEquals(2, areas.set(somebody.person()).size());
  }

  @ParameterizedTest
  @EnumSource
  void a_zone_that_is_set_anew_weighs_the_last_positions_at_once(Way way) throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential device = scene.device(somebody, DeviceKind.DEDICATED);
    Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    clock.forward(Duration.ofMinutes(4));
    for (int second = 0; second <= 180; second += 60)
      door.perform(get(Scene.osmand(device, start.plusSeconds(second), 31.15, 104.55)));
    assertEquals(List.of(), alarms.of(somebody.person(), 5));

    text(send(somebody, way, EAST, home()), 302);
    intake.look().get();

    assertTrue(questions.settled(20, TimeUnit.SECONDS));
    assertEquals(
        List.of(AlarmKind.LEFT_AREA),
        alarms.of(somebody.person(), 5).stream().map(Alarm::kind).toList());
  }

  private static String[] home() {
    return new String[] {"name", "Home", "basis", "PLACE_OF_EXECUTION", "datum", "WGS_84"};
  }

  private String[] forbidden() {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    return new String[] {
      "kind",
      "FORBIDDEN",
      "name",
      "Exchange Hall",
      "orderNumber",
      "(2026)禁1号",
      "datum",
      "WGS_84",
      "zoneFrom",
      today.toString(),
      "zoneUntil",
      today.plusDays(30).toString()
    };
  }

  private MvcResult send(Somebody somebody, Way way, String corners, String[] fields)
      throws Exception {
    String page = "/console/cases/" + somebody.caseId() + "/area";
    List<String> places = List.of(corners.split(","));
    return switch (way) {
      case TYPED ->
          browser.post(
              somebody.staff().officer(),
              page,
              with(
                  fields,
                  "source",
                  "DRAWN",
                  "shape",
                  "POLYGON",
                  "corners",
                  String.join("\n", places)));
      case GEOJSON ->
          imported(
              somebody,
              page,
              closed(places)
                  .map(place -> "[" + place.replace(' ', ',') + "]")
                  .collect(
                      Collectors.joining(",", "{\"type\":\"Polygon\",\"coordinates\":[[", "]]}")),
              fields);
      case KML ->
          imported(
              somebody,
              page,
              closed(places)
                  .map(place -> place.replace(' ', ','))
                  .collect(
                      Collectors.joining(
                          " ",
                          "<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>",
                          "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>")),
              fields);
    };
  }

  private MvcResult imported(Somebody somebody, String page, String content, String[] fields)
      throws Exception {
    var file =
        new MockMultipartFile(
            "file", "border", "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    return browser.send(
        somebody.staff().officer(),
        page,
        new MockMultipartFile[] {file},
        with(fields, "source", "IMPORTED", "licence", "survey office"));
  }

  private static Stream<String> closed(List<String> places) {
    return Stream.concat(places.stream(), Stream.of(places.getFirst()));
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
