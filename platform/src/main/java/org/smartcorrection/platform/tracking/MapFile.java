package org.smartcorrection.platform.tracking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.Json;
import tools.jackson.databind.JsonNode;

/** Lines and rings out of a collection of GeoJSON: what a layer of the site's map is drawn of. */
final class MapFile {
  /** More would make a page of a map slow to draw. */
  static final int MOST_POINTS = 200_000;

  private static final int LONGEST_NAME = 60;

  private final MapFeature.Kind kind;
  private final Datum datum;
  private final List<MapFeature> features = new ArrayList<>();
  private int points;

  private MapFile(MapFeature.Kind kind, Datum datum) {
    this.kind = kind;
    this.datum = datum;
  }

  /** What became of a file. */
  sealed interface Reading {
    record Read(List<MapFeature> features, int points) implements Reading {}

    /** Nothing of it is kept; {@code key} says why. */
    record Unreadable(String key) implements Reading {}
  }

  static Reading read(byte[] file, MapFeature.Kind kind, Datum datum) {
    var reading = new MapFile(kind, datum);
    try {
      for (JsonNode feature : Json.read(file, JsonNode.class).path("features"))
        reading.add(feature.path("geometry"), feature.path("properties").path("name").asString(""));
    } catch (IllegalStateException _) {
      return new Reading.Unreadable("tracking.area.file.NOT_JSON");
    } catch (IllegalArgumentException _) {
      return new Reading.Unreadable("tracking.area.file.NO_PLACE");
    }
    if (reading.features.isEmpty()) return new Reading.Unreadable("tracking.base.nothing");
    if (reading.points > MOST_POINTS) return new Reading.Unreadable("tracking.base.too-many");
    return new Reading.Read(List.copyOf(reading.features), reading.points);
  }

  private void add(JsonNode geometry, String name) {
    JsonNode coordinates = geometry.path("coordinates");
    switch (geometry.path("type").asString("")) {
      case "LineString" -> line(coordinates, name, false);
      case "MultiLineString" -> coordinates.forEach(line -> line(line, name, false));
      case "Polygon" -> coordinates.forEach(ring -> line(ring, name, true));
      case "MultiPolygon" ->
          coordinates.forEach(rings -> rings.forEach(ring -> line(ring, name, true)));
      case String _ -> {}
    }
  }

  private void line(JsonNode positions, String name, boolean closed) {
    var places = new ArrayList<Wgs84Point>();
    for (JsonNode position : positions) {
      if (!position.path(0).isNumber() || !position.path(1).isNumber())
        throw new IllegalArgumentException("a position is two numbers");
      places.add(datum.wgs84(position.path(1).doubleValue(), position.path(0).doubleValue()));
    }
    if (places.size() < 2) return;
    points += places.size();
    features.add(MapFeature.of(kind, shortened(name), closed, places));
  }

  private static String shortened(String name) {
    int end = Math.min(name.codePointCount(0, name.length()), LONGEST_NAME);
    return name.substring(0, name.offsetByCodePoints(0, end));
  }

  /** As {@link #stored} reads it. */
  static String write(List<MapFeature> features) {
    var all = new ArrayList<String>();
    for (MapFeature feature : features)
      all.add(
          "{\"name\":"
              + Json.text(feature.name())
              + ",\"closed\":"
              + feature.closed()
              + ",\"line\":"
              + GeoJson.writeLine(feature.points())
              + "}");
    return "[" + String.join(",", all) + "]";
  }

  static List<MapFeature> stored(String text, MapFeature.Kind kind) {
    var features = new ArrayList<MapFeature>();
    for (JsonNode node :
        Optional.ofNullable(Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class))
            .orElseThrow()) {
      var points = new ArrayList<Wgs84Point>();
      for (JsonNode position : node.path("line").path("coordinates"))
        points.add(new Wgs84Point(position.path(1).doubleValue(), position.path(0).doubleValue()));
      features.add(
          MapFeature.of(
              kind, node.path("name").asString(""), node.path("closed").asBoolean(), points));
    }
    return features;
  }
}
