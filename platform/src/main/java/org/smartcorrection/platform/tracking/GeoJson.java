package org.smartcorrection.platform.tracking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.Json;
import tools.jackson.databind.JsonNode;

/**
 * Polygons as GeoJSON (RFC 7946): a Polygon, a MultiPolygon, or a Feature or FeatureCollection of
 * them, whose polygons are taken together. Positions are longitude, latitude.
 */
final class GeoJson {
  /** Longer than the most detailed county border. */
  static final int LONGEST = 8_000_000;

  private GeoJson() {}

  /** How a position of a file becomes WGS-84: the file's datum decides. */
  interface Datum extends BiFunction<Double, Double, Wgs84Point> {}

  /** What a text says. */
  sealed interface Reading {
    record Polygons(List<Polygon> polygons) implements Reading {
      public Polygons {
        polygons = List.copyOf(polygons);
      }
    }

    /** Not JSON, or nothing of it is a polygon. */
    record Unreadable(Fault fault) implements Reading {}
  }

  /** Why there is no polygon. */
  enum Fault {
    NOT_JSON,
    NO_POLYGON,
    NO_PLACE
  }

  /** Reads polygons of WGS-84, as stored ones are. */
  static Reading read(String text) {
    return read(text, Wgs84Point::new);
  }

  /** Reads polygons; {@code datum} is given latitude and longitude as they stand in the file. */
  static Reading read(String text, Datum datum) {
    if (text.length() > LONGEST) return new Reading.Unreadable(Fault.NOT_JSON);
    JsonNode root;
    try {
      root = Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    } catch (IllegalStateException _) {
      return new Reading.Unreadable(Fault.NOT_JSON);
    }
    var polygons = new ArrayList<Polygon>();
    try {
      collect(root, datum, polygons);
    } catch (IllegalArgumentException _) {
      return new Reading.Unreadable(Fault.NO_PLACE);
    }
    return polygons.isEmpty()
        ? new Reading.Unreadable(Fault.NO_POLYGON)
        : new Reading.Polygons(polygons);
  }

  private static void collect(JsonNode node, Datum datum, List<Polygon> into) {
    switch (node.path("type").asString("")) {
      case "FeatureCollection" ->
          node.path("features").forEach(feature -> collect(feature, datum, into));
      case "Feature" -> collect(node.path("geometry"), datum, into);
      case "Polygon" -> into.add(polygon(node.path("coordinates"), datum));
      case "MultiPolygon" ->
          node.path("coordinates").forEach(rings -> into.add(polygon(rings, datum)));
      case String _ -> {}
    }
  }

  private static Polygon polygon(JsonNode rings, Datum datum) {
    var all = new ArrayList<List<Wgs84Point>>();
    for (JsonNode ring : rings) {
      var points = new ArrayList<Wgs84Point>();
      for (JsonNode position : ring) points.add(point(position, datum));
      all.add(points);
    }
    if (all.isEmpty()) throw new IllegalArgumentException("a polygon has an outline");
    return new Polygon(all.getFirst(), all.subList(1, all.size()));
  }

  private static Wgs84Point point(JsonNode position, Datum datum) {
    if (!position.path(0).isNumber() || !position.path(1).isNumber())
      throw new IllegalArgumentException("a position is two numbers");
    return datum.apply(position.path(1).doubleValue(), position.path(0).doubleValue());
  }

  /** One geometry in the form in which areas are recorded: closed rings, seven decimals. */
  static String write(List<Polygon> polygons) {
    if (polygons.size() == 1)
      return "{\"type\":\"Polygon\",\"coordinates\":" + rings(polygons.getFirst()) + "}";
    return polygons.stream()
        .map(GeoJson::rings)
        .collect(Collectors.joining(",", "{\"type\":\"MultiPolygon\",\"coordinates\":[", "]}"));
  }

  private static String rings(Polygon polygon) {
    var all = new ArrayList<List<Wgs84Point>>();
    all.add(polygon.outline());
    all.addAll(polygon.holes());
    return all.stream().map(GeoJson::ring).collect(Collectors.joining(",", "[", "]"));
  }

  private static String ring(List<Wgs84Point> ring) {
    var closed = new ArrayList<>(ring);
    if (!ring.getFirst().equals(ring.getLast())) closed.add(ring.getFirst());
    return closed.stream().map(GeoJson::position).collect(Collectors.joining(",", "[", "]"));
  }

  /** The geometry of a line. */
  static String writeLine(List<Wgs84Point> places) {
    return places.stream()
        .map(GeoJson::position)
        .collect(Collectors.joining(",", "{\"type\":\"LineString\",\"coordinates\":[", "]}"));
  }

  /** The geometry of a place. */
  static String writePoint(Wgs84Point place) {
    return "{\"type\":\"Point\",\"coordinates\":" + position(place) + "}";
  }

  private static String position(Wgs84Point place) {
    return String.format(Locale.ROOT, "[%.7f,%.7f]", place.longitude(), place.latitude());
  }
}
