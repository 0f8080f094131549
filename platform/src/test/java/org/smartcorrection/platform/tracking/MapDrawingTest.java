package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.Json;
import tools.jackson.databind.JsonNode;

class MapDrawingTest {
  private static final Wgs84Point WEST = new Wgs84Point(31.2, 104.5);
  private static final Wgs84Point EAST = new Wgs84Point(31.2, 104.6);
  private static final Wgs84Point NORTH = new Wgs84Point(31.3, 104.6);
  private static final List<Polygon> AREA = List.of(Polygon.of(List.of(WEST, EAST, NORTH)));
  private static final Instant AT = Instant.parse("2026-09-29T01:00:00Z");

  private static JsonNode data(MapDrawing.Builder map) {
    return Json.read(map.drawn().data().getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  @Test
  void the_data_hold_in_degrees_what_the_drawing_shows() {
    JsonNode features =
        data(MapDrawing.around(List.of(WEST, NORTH), 500)
                .area("area", AREA)
                .line("trk before", List.of(WEST, EAST), null)
                .dot("before", WEST, 8, AT)
                .dot("after", EAST, 12.4, AT.plusSeconds(60)))
            .path("features");

    assertEquals(4, features.size());
    assertEquals("area", features.path(0).at("/properties/class").asString());
    assertEquals("Polygon", features.path(0).at("/geometry/type").asString());
    assertEquals("LineString", features.path(1).at("/geometry/type").asString());
    assertEquals(104.6, features.path(1).at("/geometry/coordinates/1/0").doubleValue());
    assertEquals(0, features.path(2).at("/properties/n").intValue(-1));
    assertEquals(8, features.path(2).at("/properties/accuracy").intValue(-1));
    assertEquals(1, features.path(3).at("/properties/n").intValue(-1));
    assertEquals(12, features.path(3).at("/properties/accuracy").intValue(-1));
    assertEquals("2026-09-29T01:01:00Z", features.path(3).at("/properties/at").asString());
  }

  @Test
  void a_line_of_one_place_is_in_neither() {
    var map = MapDrawing.around(List.of(WEST), 500).line("trk after", List.of(WEST), null);
    assertEquals(0, map.drawn().shapes().size());
    assertEquals(0, data(map).path("features").size());
  }

  @Test
  void a_name_cannot_end_the_script_element_in_which_it_stands() {
    String name = "</script><b>";
    var place = new Countryside.Feature("x", "town", name, name, AREA, List.of());
    var map = MapDrawing.around(List.of(WEST), 500).countryside(List.of(place), Locale.ENGLISH);

    assertFalse(map.drawn().data().contains("<"));
    assertEquals(name, data(map).at("/features/1/properties/words").asString());
  }
}
