package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

@PlatformTest
class MapLayerTests {
  private static final String PAGE = "/admin/map";
  private static final String THERE = "?lat=31.15&lon=104.55&z=11";

  @Autowired Browser browser;
  @Autowired Scene scene;
  @Autowired District district;
  @Autowired MapLayers layers;

  /** Other tests share the database, and draw no map of a site. */
  @AfterEach
  void clear() {
    layers.all().forEach(layer -> layers.remove(layer.id()));
  }

  @Test
  void a_layer_lies_below_the_people_and_the_zones_with_its_source() throws Exception {
    Somebody somebody = scene.positioned(3);
    Actor officer = somebody.staff().officer();
    String bare = text(browser.get(officer, "/wall/map" + THERE), 200);

    text(send("WATER", "WGS_84", line(31.15, 104.5, 31.16, 104.6)), 302);

    String wall = text(browser.get(officer, "/wall/map" + THERE), 200);
    assertFalse(bare.contains("an invented source"), bare);
    assertTrue(wall.contains("an invented source, CC0") && wall.contains("class=\"water\""), wall);
    String zones = text(browser.get(officer, "/console/cases/" + somebody.caseId() + "/area"), 200);
    assertTrue(zones.contains("an invented source, CC0"), zones);
    assertTrue(zones.contains("halo minor"), "the river has its name");
    String elsewhere = text(browser.get(officer, "/wall/map?lat=40&lon=120&z=11"), 200);
    assertFalse(elsewhere.contains("class=\"water\""), "it lies elsewhere");

    MapLayers.Layer layer = layers.all().getFirst();
    text(browser.post(administrator(), PAGE + "/remove", "layer", layer.id().toString()), 302);
    assertFalse(
        text(browser.get(officer, "/wall/map" + THERE), 200).contains("an invented source"));
  }

  @Test
  void a_layer_of_another_datum_is_brought_home() throws Exception {
    var sent = new Wgs84Point(31.15, 104.5).toGcj02();
    text(send("ROAD", "GCJ_02", line(sent.latitude(), sent.longitude(), 31.16, 104.6)), 302);

    MapFeature road = layers.shown().features().getFirst();
    assertEquals(31.15, road.points().getFirst().latitude(), 1e-6);
    assertEquals(104.5, road.points().getFirst().longitude(), 1e-6);
    assertEquals(List.of("an invented source, CC0"), layers.shown().sources());
  }

  @Test
  void what_is_no_layer_is_said_and_nothing_is_kept() throws Exception {
    assertTrue(text(send("ROAD", "WGS_84", "{"), 422).contains("file-error"));
    String none = "{\"type\":\"FeatureCollection\",\"features\":[]}";
    assertTrue(text(send("ROAD", "WGS_84", none), 422).contains("no line and no polygon"));
    assertTrue(text(send("ROAD", "WGS_84", line(95, 104.5, 31, 104)), 422).contains("file-error"));
    assertTrue(text(send("", "WGS_84", line(31, 104.5, 31, 104)), 422).contains("kind-error"));
    assertEquals(List.of(), layers.all());
  }

  private Actor administrator() {
    return district.actor(scene.somebody().staff().officer().agency(), Role.ADMINISTRATOR);
  }

  private MvcResult send(String kind, String datum, String json) throws Exception {
    return browser.send(
        administrator(),
        PAGE,
        new MockMultipartFile[] {
          new MockMultipartFile(
              "file", "a.geojson", "application/geo+json", json.getBytes(StandardCharsets.UTF_8))
        },
        "kind",
        kind,
        "datum",
        datum,
        "origin",
        "an invented source",
        "licence",
        "CC0");
  }

  private static String line(double south, double west, double north, double east) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"name\":\"青禾河\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
            + "[[%.7f,%.7f],[%.7f,%.7f]]}}]}",
        west,
        south,
        east,
        north);
  }

  private static String text(MvcResult result, int status) throws Exception {
    String html = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    assertEquals(status, result.getResponse().getStatus(), html);
    return html;
  }
}
