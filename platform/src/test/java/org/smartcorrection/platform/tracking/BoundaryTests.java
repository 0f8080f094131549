package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Suggestions.Suggested;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

@PlatformTest
class BoundaryTests {
  private static final String PAGE = "/admin/boundaries";

  @Autowired Browser browser;
  @Autowired Scene scene;
  @Autowired District district;
  @Autowired Areas areas;
  @Autowired Boundaries boundaries;
  @Autowired Regions regions;
  @Autowired Cases cases;

  @Test
  void an_area_is_chosen_by_code_and_a_new_border_moves_nobodys_zone() throws Exception {
    Somebody somebody = scene.somebody();
    Actor officer = somebody.staff().officer();
    String zones = "/console/cases/" + somebody.caseId() + "/area";
    text(send(admin(), collection(square("519981", "青禾测试区", 104.4, 104.7)), "2026-01-01"), 302);

    text(browser.post(officer, zones, chosen("519981")), 302);
    Zone set = areas.zones(somebody.person()).getLast();
    assertEquals(Optional.of(new Zone.Border("519981", 1)), set.border());
    Area before = set.ground().orElseThrow();
    assertTrue(before.contains(new Wgs84Point(31.15, 104.65)));

    text(send(admin(), collection(square("519981", "青禾测试区", 104.4, 104.6)), "2026-01-02"), 302);

    assertEquals(before, areas.zones(somebody.person()).getLast().ground().orElseThrow());
    String told = text(browser.get(officer, zones), 200);
    assertTrue(told.contains("version 2"), told);
    String people = text(browser.get(officer, "/console/people"), 200);
    assertTrue(people.contains("href=\"/console/older-borders\""), people);
    String older = text(browser.get(officer, "/console/older-borders"), 200);
    assertTrue(older.contains("areaCode=519981"), older);

    text(browser.post(officer, zones, chosen("519981")), 302);
    Zone anew = areas.zones(somebody.person()).getLast();
    assertEquals(Optional.of(new Zone.Border("519981", 2)), anew.border());
    assertFalse(anew.ground().orElseThrow().contains(new Wgs84Point(31.15, 104.65)));
    assertFalse(
        text(browser.get(officer, "/console/older-borders"), 200).contains("areaCode=519981"));
  }

  @Test
  void regular_travel_to_a_county_by_name_permits_the_ground_of_its_border() throws Exception {
    Somebody somebody = scene.somebody();
    text(
        send(
            admin(),
            collection(
                square("519985", "远行测试县", 104.4, 104.7),
                square("519986", "同名测试县", 104.4, 104.7),
                square("519987", "同名测试县", 105.4, 105.7)),
            "2026-01-01"),
        302);
    List<String> offered = regions.of("regions").stream().map(Suggested::value).toList();
    assertTrue(offered.contains("远行测试县"), offered::toString);
    assertFalse(offered.contains("同名测试县"), "which of the two nobody could say");

    String granted = granted(somebody, "远行测试县");
    assertTrue(granted.contains("Polygon") && granted.contains("104.7"), granted);
    assertEquals("", granted(somebody, "同名测试县"), "which of the two nobody said");
  }

  private String granted(Somebody somebody, String named) {
    var command =
        PerformAct.opening(
            somebody.caseId(),
            "regulartravel",
            "RegularTravelApproved",
            Facts.NONE.text("regions", named),
            somebody.staff().officer());
    return regions.derive(cases.get(somebody.caseId()), null, command).said("geometry");
  }

  @Test
  void a_name_that_fits_several_is_chosen_from_a_list_and_nothing_typed_is_lost() throws Exception {
    Somebody somebody = scene.somebody();
    Actor officer = somebody.staff().officer();
    String zones = "/console/cases/" + somebody.caseId() + "/area";
    text(
        send(
            admin(),
            collection(
                square("519982", "重名测试区", 104.4, 104.7),
                square("519982001", "重名测试街道", 104.5, 104.6)),
            "2026-01-01"),
        302);

    String several = text(browser.post(officer, zones, chosen("重名测试")), 422);

    assertTrue(several.contains("value=\"519982001\""), several);
    assertTrue(several.contains("value=\"重名测试\""), "what was typed is kept");
    text(browser.post(officer, zones, chosen("重名测试", "areaChoice", "519982")), 302);
    assertEquals(
        Optional.of(new Zone.Border("519982", 1)),
        areas.zones(somebody.person()).getLast().border());
    text(browser.post(officer, zones, chosen("重名测试街")), 302);
    assertEquals(
        Optional.of(new Zone.Border("519982001", 1)),
        areas.zones(somebody.person()).getLast().border());
    assertTrue(text(browser.post(officer, zones, chosen("不存在")), 422).contains("areaCode-error"));
  }

  @Test
  void a_border_of_another_datum_is_kept_in_wgs84_and_one_of_the_future_is_not_found_yet()
      throws Exception {
    var corners = new ArrayList<Wgs84Point>();
    for (Wgs84Point corner : corners(104.4, 104.7)) {
      var shifted = corner.toGcj02();
      corners.add(new Wgs84Point(shifted.latitude(), shifted.longitude()));
    }
    text(
        send(admin(), collection(feature("519983", "偏移测试区", corners)), "2026-01-01", "GCJ_02"),
        302);
    text(send(admin(), collection(square("519984", "将来测试区", 104.4, 104.7)), "2099-01-01"), 302);

    Boundary read = boundaries.today("519983").orElseThrow();
    assertEquals(Datum.GCJ_02, read.datum());
    Area ground = boundaries.ground(read).orElseThrow();
    assertEquals(104.4, ground.bounds().west(), 1e-6);
    assertEquals(31.0, ground.bounds().south(), 1e-6);
    assertEquals(Optional.empty(), boundaries.today("519984"));
    assertEquals(LocalDate.of(2099, 1, 1), versions("519984").getFirst().validFrom());
  }

  @Test
  void a_winding_border_is_simplified_outward_and_says_so() throws Exception {
    var winding = new ArrayList<Wgs84Point>();
    for (int i = 0; i < 12_000; i++) {
      double angle = 2 * Math.PI * i / 12_000;
      double out = 0.2 + (i % 3) * 0.00003;
      winding.add(new Wgs84Point(31.1 + out * Math.sin(angle), 104.5 + out * Math.cos(angle)));
    }

    text(send(admin(), collection(feature("519985", "曲折测试区", winding)), "2026-01-01"), 302);

    Boundary read = boundaries.today("519985").orElseThrow();
    assertTrue(read.corners() <= BoundaryFile.MOST_CORNERS, read.toString());
    assertTrue(read.toleranceMetres() > 0 && read.toleranceMetres() <= 100, read.toString());
    Area ground = boundaries.ground(read).orElseThrow();
    for (Wgs84Point corner : winding) assertTrue(ground.signedDistanceMetres(corner) < 0.1);
    String shown = text(browser.get(admin(), PAGE + "?sought=519985"), 200);
    assertTrue(shown.contains("outward by at most"), shown);
  }

  @Test
  void what_is_wrong_with_a_file_is_said_by_feature_and_nothing_of_it_is_kept() throws Exception {
    String twisted =
        "{\"type\":\"Feature\",\"properties\":{\"code\":\"519987\",\"name\":\"x\"},\"geometry\":"
            + "{\"type\":\"Polygon\",\"coordinates\":[[[104,31],[105,32],[105,31],[104,32],[104,31]]]}}";
    String around =
        "{\"type\":\"Feature\",\"properties\":{\"code\":\"519988\",\"name\":\"y\"},\"geometry\":"
            + "{\"type\":\"Polygon\",\"coordinates\":[[[179,31],[-179,31],[-179,32],[179,32],[179,31]]]}}";
    String html =
        text(
            send(
                admin(),
                collection(
                    square("519986", "好的测试区", 104.4, 104.7),
                    square("no", "无代码", 104.4, 104.7),
                    twisted,
                    around),
                "2026-01-01"),
            422);

    assertTrue(
        html.contains("Feature 2") && html.contains("519987") && html.contains("519988"), html);
    assertEquals(List.of(), versions("519986"));
    text(send(admin(), "no json", "2026-01-01"), 422);
  }

  private List<Boundary> versions(String code) {
    return boundaries.all(code, 50).rows().stream().filter(one -> one.code().equals(code)).toList();
  }

  private Actor admin() {
    return district.actor(scene.somebody().staff().officer().agency(), Role.ADMINISTRATOR);
  }

  private static String[] chosen(String sought, String... more) {
    String[] fields = {
      "name",
      "County",
      "basis",
      "PLACE_OF_EXECUTION",
      "datum",
      "WGS_84",
      "source",
      "ADMINISTRATIVE",
      "areaCode",
      sought
    };
    return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
  }

  private MvcResult send(Actor actor, String json, String from) throws Exception {
    return send(actor, json, from, "WGS_84");
  }

  private MvcResult send(Actor actor, String json, String from, String datum) throws Exception {
    return browser.send(
        actor,
        PAGE,
        new MockMultipartFile[] {
          new MockMultipartFile(
              "file", "a.geojson", "application/geo+json", json.getBytes(StandardCharsets.UTF_8))
        },
        "datum",
        datum,
        "validFrom",
        from,
        "origin",
        "a test",
        "licence",
        "invented",
        "codeField",
        "code",
        "nameField",
        "name");
  }

  private static List<Wgs84Point> corners(double west, double east) {
    return List.of(
        new Wgs84Point(31.0, west),
        new Wgs84Point(31.0, east),
        new Wgs84Point(31.3, east),
        new Wgs84Point(31.3, west));
  }

  private static String square(String code, String name, double west, double east) {
    return feature(code, name, corners(west, east));
  }

  private static String feature(String code, String name, List<Wgs84Point> corners) {
    var ring = new StringBuilder();
    for (Wgs84Point corner : corners)
      ring.append(
          String.format(Locale.ROOT, "[%.7f,%.7f],", corner.longitude(), corner.latitude()));
    ring.append(
        String.format(
            Locale.ROOT,
            "[%.7f,%.7f]",
            corners.getFirst().longitude(),
            corners.getFirst().latitude()));
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"name\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}"
        .formatted(code, name, ring);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static String text(MvcResult result, int status) throws Exception {
    String html = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    assertEquals(status, result.getResponse().getStatus(), html);
    return html;
  }
}
