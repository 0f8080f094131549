package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.CorridorArea;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.ForbiddenZone;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.my.Subjects;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

/** The page on which zones are set: what it asks, what it warns of, and what it does not keep. */
@PlatformTest
class ZonePagesTests {
  private static final String INSIDE = "104.53, 31.13\n104.56, 31.13\n104.56, 31.16";

  @Autowired Scene scene;
  @Autowired Browser browser;
  @Autowired Subjects subjects;
  @Autowired Areas areas;
  @Autowired HouseDeadZones house;
  @Autowired Acts acts;
  @Autowired Clock clock;
  private Somebody somebody;
  private Actor officer;
  private String page;
  private LocalDate today;

  @BeforeEach
  void somebodyWithAnArea() {
    somebody = scene.somebody();
    scene.setArea(somebody);
    officer = somebody.staff().officer();
    page = "/console/cases/" + somebody.caseId() + "/area";
    today = LegalCalendar.legalDay(clock.instant());
  }

  @Test
  void every_kind_of_zone_has_its_form_in_both_languages() throws Exception {
    for (String kind :
        List.of("", "?kind=FORBIDDEN", "?kind=PROTECTED", "?kind=PRESENCE", "?kind=SILENT"))
      for (String language : List.of("en", "zh-CN")) {
        String html = text(browser.get(officer, page + kind, language), 200);
        assertFalse(html.contains("??"), kind + html);
        assertFalse(html.contains(" style="), kind);
      }
  }

  @Test
  void M34_forbidden_ground_is_drawn_changed_and_ended() throws Exception {
    text(browser.post(officer, page, forbidden("corners", INSIDE)), 302);
    ForbiddenZone zone = areas.terms(somebody.person()).forbidden().getFirst();
    assertInstanceOf(PolygonArea.class, zone.area());

    String edit = text(browser.get(officer, page + "?kind=FORBIDDEN&instance=" + zone.id()), 200);
    assertTrue(edit.contains("104.530000, 31.130000") && edit.contains("(2026)禁1号"), edit);
    text(
        browser.post(
            officer,
            page,
            forbidden(
                "instance",
                zone.id(),
                "shape",
                "CIRCLE",
                "metres",
                "300",
                "corners",
                "104.55, 31.15")),
        302);
    assertEquals(1, areas.terms(somebody.person()).forbidden().size());
    assertInstanceOf(
        CircleArea.class, areas.terms(somebody.person()).forbidden().getFirst().area());

    text(browser.post(officer, page + "/end", "instance", zone.id(), "reason", ""), 422);
    text(
        browser.post(officer, page + "/end", "instance", zone.id(), "reason", "order lifted"), 302);
    assertFalse(
        areas.terms(somebody.person()).forbidden().stream()
            .anyMatch(one -> one.holdsAt(clock.instant().plusSeconds(1))));
    assertTrue(text(browser.get(officer, page), 200).contains("Over"));
  }

  @Test
  void a_corridor_and_a_week_of_hours_are_typed() throws Exception {
    text(
        browser.post(
            officer,
            page,
            forbidden(
                "shape",
                "CORRIDOR",
                "metres",
                "150",
                "corners",
                "104.53, 31.13\n104.55, 31.14",
                "monday-from",
                "09:00",
                "monday-until",
                "00:00")),
        302);
    SetZone set = areas.set(somebody.person()).getFirst();
    assertEquals(150, assertInstanceOf(CorridorArea.class, set.area()).halfWidthMetres());
    assertEquals("MON 09:00-24:00", set.hours());

    String wrong =
        text(
            browser.post(
                officer,
                page,
                forbidden("corners", INSIDE, "friday-from", "12:00", "friday-until", "11:00")),
            422);
    assertTrue(wrong.contains("weekHours-error"), wrong);
  }

  @Test
  void M16_the_place_is_used_once_and_kept_nowhere() throws Exception {
    String[] first = protectedPlace("104.553104, 31.151208");
    text(browser.post(officer, page, first), 302);

    var circle = assertInstanceOf(CircleArea.class, areas.set(somebody.person()).getFirst().area());
    var place = new Wgs84Point(31.151208, 104.553104);
    assertTrue(circle.signedDistanceMetres(place) <= -300, "all of the distance lies in it");
    assertTrue(circle.centre().metresTo(place) > 1, "and the place is not its middle");
    // the circle is the only thing that lies anywhere near
    for (Act act : acts.history(somebody.caseId()))
      if (act.procedure().equals("protection"))
        act.facts()
            .values()
            .forEach(
                (name, fact) -> {
                  boolean circled = name.equals("protectedGround");
                  String said = Facts.plain(fact);
                  assertEquals(circled, said.contains("31.1") || said.contains("104.5"), name);
                  assertEquals(circled ? 2 : 1, said.split("\\[", -1).length, name);
                });
    String html = text(browser.get(officer, page), 200);
    assertTrue(html.contains("Not shown to the person"), html);

    String id = areas.set(somebody.person()).getFirst().instance().toString();
    text(
        browser.post(officer, page, with(protectedPlace("104.553115, 31.151201"), "instance", id)),
        302);
    assertEquals(
        circle, areas.set(somebody.person()).getFirst().area(), "no second circle to compare");
    text(browser.post(officer, page, with(protectedPlace(""), "instance", id)), 302);
    assertEquals(circle, areas.set(somebody.person()).getFirst().area());
    text(browser.post(officer, page, protectedPlace("")), 422);
  }

  @Test
  void M16_the_persons_page_tells_that_there_is_one_and_not_where() throws Exception {
    text(browser.post(officer, page, forbidden("corners", INSIDE)), 302);
    Actor person = subjects.actor(somebody.person());
    String before = text(browser.get(person, "/my/places"), 200);
    assertTrue(before.contains("Exchange Hall"), before);
    assertFalse(before.contains("There are people whom you must not meet"), before);

    text(browser.post(officer, page, protectedPlace("104.70, 31.40")), 302);

    for (String language : List.of("en", "zh-CN")) {
      String told = text(browser.get(person, "/my/places", language), 200);
      assertFalse(told.contains("north") || told.contains("protected"), told);
    }
    String after = text(browser.get(person, "/my/places"), 200);
    assertTrue(after.contains("There are people whom you must not meet"), after);
    assertEquals(map(before), map(after), "the map is the same as without it");
  }

  @Test
  void L28_a_presence_is_warned_of_before_it_is_set() throws Exception {
    String[] outside = presence("104.80, 31.50", "EDUCATION", "10:00");

    String warned = text(browser.post(officer, page, outside), 422);
    assertTrue(warned.contains("where they may not be"), warned);
    assertEquals(List.of(), areas.set(somebody.person()));
    String seen = warned.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    text(browser.post(officer, page, with(outside, "seen", seen)), 302);
    assertEquals(1, areas.terms(somebody.person()).required().size());

    String night =
        text(browser.post(officer, page, presence("104.55, 31.15", "EDUCATION", "23:00")), 422);
    assertTrue(night.contains("that would be a curfew"), night);
    String review =
        text(
            browser.post(officer, page, presence("104.55, 31.15", "MEDICAL_REVIEW", "14:00")), 422);
    assertTrue(review.contains("overrideReason"), review);
  }

  @Test
  void a_border_comes_as_kml_or_as_an_archive_and_names_its_licence() throws Exception {
    String kml = kml("104.53,31.13 104.56,31.13 104.56,31.16 104.53,31.13");
    text(imported(kml.getBytes(StandardCharsets.UTF_8), "a.kml", "licence", "survey office"), 302);
    text(
        imported(
            zip("doc.kml", kml.getBytes(StandardCharsets.UTF_8)),
            "a.kmz",
            "licence",
            "survey office"),
        302);
    assertEquals(2, areas.set(somebody.person()).size());

    String unlicensed = text(imported(kml.getBytes(StandardCharsets.UTF_8), "a.kml"), 422);
    assertTrue(unlicensed.contains("licence-error"), unlicensed);
    for (String[] wrong :
        new String[][] {
          {"<kml/>", "no polygon"},
          {"<gpx/>", "no KML"},
          {"<!DOCTYPE kml [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><kml>&e;</kml>", "KML"},
          {
            kml("104.53,31.13 104.56,31.16 104.56,31.13 104.53,31.16 104.53,31.13"),
            "crosses itself"
          },
          {kml("-179,31 179,31 179,32 -179,31"), "spans half the globe"},
          {"{\"type\":\"Point\"}", "no polygon"},
          {"nothing", "neither GeoJSON nor KML"}
        }) {
      byte[] file = wrong[0].getBytes(StandardCharsets.UTF_8);
      String html = text(imported(file, "a", "licence", "survey office"), 422);
      assertTrue(html.contains("file-error") && html.contains(wrong[1]), wrong[1] + html);
    }
    String empty = text(imported(zip("readme.txt", new byte[3]), "a.zip", "licence", "x"), 422);
    assertTrue(empty.contains("neither a .shp nor a .kml"), empty);
  }

  @Test
  void a_border_of_another_datum_than_declared_is_warned_of_and_what_was_read_is_kept()
      throws Exception {
    var corners = new StringBuilder();
    for (Wgs84Point corner :
        GroundForm.outlines(areas.zones(somebody.person()).getFirst().ground().orElseThrow())
            .getFirst()
            .outline()) {
      var gcj = corner.toGcj02();
      corners.append(gcj.longitude()).append(',').append(gcj.latitude()).append(' ');
    }
    // five places are the fewest that tell anything
    var middle = new Wgs84Point(31.15, 104.50).toGcj02();
    String all = corners + "" + middle.longitude() + "," + middle.latitude();
    String warned =
        text(
            imported(kml(all).getBytes(StandardCharsets.UTF_8), "a.kml", "licence", "web map"),
            422);
    assertTrue(warned.contains("taken for GCJ-02"), warned);
    assertTrue(warned.contains("The border that was read is kept"), warned);
    String seen = warned.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    String ready =
        warned
            .replaceAll("(?s).*name=\"ready\" value=\"([^\"]*)\".*", "$1")
            .replace("&quot;", "\"");

    text(
        browser.post(
            officer,
            page,
            forbidden("source", "IMPORTED", "licence", "web map", "seen", seen, "ready", ready)),
        302);
  }

  @Test
  void the_head_approves_dead_zones_of_the_agency_and_an_officer_sees_them() throws Exception {
    Actor head = somebody.staff().head();
    String path = HouseDeadZonePages.PATH;
    String[] tunnel = {
      "name",
      "Long tunnel",
      "longestMinutes",
      "40",
      "source",
      "DRAWN",
      "datum",
      "WGS_84",
      "shape",
      "CORRIDOR",
      "metres",
      "60",
      "corners",
      "104.51, 31.11\n104.52, 31.13"
    };
    text(browser.post(officer, path, tunnel), 403);
    text(browser.post(head, path, with(tunnel, "longestMinutes", "721")), 422);
    text(browser.post(head, path, tunnel), 302);

    for (String language : List.of("en", "zh-CN"))
      assertTrue(text(browser.get(officer, path, language), 200).contains("Long tunnel"));
    assertTrue(text(browser.get(officer, page), 200).contains("Long tunnel"));
    assertEquals(1, areas.terms(somebody.person()).deadZones().size());
    var zone = house.of(officer.agency().id()).getFirst();
    text(browser.post(head, path + "/end", "zone", zone.id().toString()), 302);
    assertEquals(0, areas.terms(somebody.person()).deadZones().size());
  }

  private String[] forbidden(String... more) {
    return with(
        new String[] {
          "kind", "FORBIDDEN", "name", "Exchange Hall", "orderNumber", "(2026)禁1号",
          "source", "DRAWN", "datum", "WGS_84", "shape", "POLYGON",
          "zoneFrom", today.toString(), "zoneUntil", today.plusDays(30).toString()
        },
        more);
  }

  private String[] protectedPlace(String corners) {
    return new String[] {
      "kind", "PROTECTED", "protectedName", "north", "protectedKind", "VICTIM",
      "protectedReason", "threats", "protectedRadius", "300", "datum", "WGS_84",
      "corners", corners, "zoneFrom", today.toString(), "zoneUntil", today.plusDays(30).toString()
    };
  }

  private String[] presence(String place, String basis, String from) {
    return new String[] {
      "kind",
      "PRESENCE",
      "name",
      "school",
      "presenceBasis",
      basis,
      "graceMinutes",
      "15",
      "source",
      "DRAWN",
      "datum",
      "WGS_84",
      "shape",
      "CIRCLE",
      "metres",
      "200",
      "corners",
      place,
      "tuesday-from",
      from,
      "tuesday-until",
      from.replace(":00", ":59"),
      "zoneFrom",
      today.toString(),
      "zoneUntil",
      today.plusDays(30).toString()
    };
  }

  private MvcResult imported(byte[] content, String name, String... more) throws Exception {
    var file = new MockMultipartFile("file", name, "application/octet-stream", content);
    return browser.send(
        officer,
        page,
        new MockMultipartFile[] {file},
        with(forbidden("source", "IMPORTED", "seen", odd()), more));
  }

  /** Two zones of one border overlap, which was read. */
  private String odd() {
    return areas.set(somebody.person()).stream()
        .map(zone -> "FORBIDDEN_OVERLAP" + zone.instance())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String kml(String coordinates) {
    return "<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>"
        + coordinates
        + "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>";
  }

  private static byte[] zip(String name, byte[] content) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static String map(String html) {
    int from = html.indexOf("<svg class=\"map\"");
    return html.substring(from, html.indexOf("</figure>", from));
  }

  private static String[] with(String[] common, String... more) {
    String[] all = Arrays.copyOf(common, common.length + more.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    // the later value of a name is the one that is sent
    var fields = new LinkedHashMap<String, String>();
    for (int i = 0; i < all.length; i += 2) fields.put(all[i], all[i + 1]);
    return fields.entrySet().stream()
        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
        .toArray(String[]::new);
  }

  private static String text(MvcResult result, int status) throws Exception {
    String html = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    assertEquals(status, result.getResponse().getStatus(), html);
    return html;
  }
}
