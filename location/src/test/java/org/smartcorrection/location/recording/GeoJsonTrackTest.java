package org.smartcorrection.location.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.recording.Gpx.Fault;
import org.smartcorrection.location.recording.Gpx.Reading;

class GeoJsonTrackTest {
  private static final String FIRST = "2026-09-29T00:10:00Z";
  private static final String SECOND = "2026-09-29T08:10:05+08:00";

  @Test
  void a_line_with_its_times_is_one_stretch() {
    GpxRecording read =
        read(
            collection(
                feature(
                    "LineString",
                    List.of(List.of(104.6, 31.2, 480), List.of(104.61, 31.21)),
                    Map.of("coordTimes", List.of(FIRST, SECOND)))));
    assertEquals(1, read.segments().size());
    GpxRecording.Point point = read.points().getFirst();
    assertEquals(new Wgs84Point(31.2, 104.6), point.place());
    assertEquals(Optional.of(Instant.parse(FIRST)), point.time());
    assertEquals(OptionalDouble.of(480), point.elevationMetres());
    assertEquals(
        Optional.of(Instant.parse("2026-09-29T00:10:05Z")), read.points().getLast().time());
  }

  @Test
  void points_with_a_time_each_are_one_stretch() {
    GpxRecording read =
        read(
            collection(
                feature("Point", List.of(104.6, 31.2), Map.of("time", FIRST)),
                feature("Polygon", List.of(), Map.of()),
                feature("Point", List.of(104.61, 31.21), Map.of("time", SECOND))));
    assertEquals(1, read.segments().size());
    assertEquals(2, read.points().size());
  }

  @Test
  void lines_are_stretches_and_what_is_odd_is_noted() {
    Object lines =
        List.of(List.of(List.of(104.6, 31.2)), List.of(List.of(204.6, 31.2), List.of(1, 2)));
    GpxRecording read = read(feature("MultiLineString", lines, Map.of()));
    assertEquals(2, read.segments().size());
    assertEquals(1, read.notes().refusedPoints());
    assertEquals(2, read.notes().withoutTime());
  }

  @Test
  void what_is_no_recording_is_named() {
    assertUnreadable(Fault.NOT_GEOJSON, Map.of());
    assertUnreadable(Fault.NOT_GEOJSON, Map.of("features", List.of(5)));
    assertUnreadable(Fault.NO_POINTS, Map.of("features", List.of()));
    assertUnreadable(Fault.NO_POINTS, feature("Polygon", List.of(), Map.of()));
  }

  @Test
  void nothing_in_a_document_makes_it_throw() {
    long seed = 46;
    var random = new Random(seed);
    List<@Nullable Object> values =
        Arrays.asList(
            null, 1e308, Double.NaN, "", FIRST, true, List.of(), Map.of(), List.of(91, 181));
    for (int i = 0; i < 100_000; i++) {
      var places = new ArrayList<@Nullable Object>(List.of(List.of(104.6, 31.2)));
      var times = new ArrayList<@Nullable Object>(List.of(FIRST));
      for (int n = random.nextInt(4); n > 0; n--) {
        places.add(values.get(random.nextInt(values.size())));
        times.add(values.get(random.nextInt(values.size())));
      }
      String type = random.nextBoolean() ? "LineString" : "MultiLineString";
      assertNotNull(
          GeoJsonTrack.read(feature(type, places, Map.of("coordTimes", times))), "seed " + seed);
    }
  }

  private static Map<String, Object> collection(Object... features) {
    return Map.of("type", "FeatureCollection", "features", List.of(features));
  }

  private static Map<String, Object> feature(
      String type, Object coordinates, Map<String, ?> properties) {
    return Map.of(
        "type",
        "Feature",
        "properties",
        properties,
        "geometry",
        Map.of("type", type, "coordinates", coordinates));
  }

  private static GpxRecording read(Map<String, Object> document) {
    return assertInstanceOf(Reading.Read.class, GeoJsonTrack.read(document)).recording();
  }

  private static void assertUnreadable(Fault fault, Map<String, Object> document) {
    assertEquals(new Reading.Unreadable(fault), GeoJsonTrack.read(document));
  }
}
