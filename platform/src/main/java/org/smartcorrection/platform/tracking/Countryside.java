package org.smartcorrection.platform.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.Json;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What lies around: towns, rivers, roads and borders for the background of maps. The demonstration
 * brings an invented district; a site imports a map of its own, and until it does none is drawn.
 */
@Component
class Countryside {
  private static final String FILE = "/demo/district.geojson";

  private final List<Feature> features;
  private final MapLand land;

  Countryside(Environment environment, MapLand land) {
    this.land = land;
    features = environment.acceptsProfiles(Profiles.of("demo | test")) ? read() : List.of();
  }

  /**
   * Something to draw.
   *
   * @param kind {@code district}, {@code urban-area}, {@code town}, {@code county}, {@code river},
   *     {@code road}
   * @param polygons of an area, {@code lines} of a river or road
   */
  record Feature(
      String id,
      String kind,
      String nameZh,
      String nameEn,
      List<Polygon> polygons,
      List<List<Wgs84Point>> lines) {
    String name(Locale locale) {
      return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }
  }

  List<Feature> features() {
    return features;
  }

  /** What the site imported of its own map. */
  MapLand.Shown site() {
    return land.shown();
  }

  /** The areas that can be somebody's place of execution: a district, or one whole urban area. */
  List<Feature> places() {
    return features.stream()
        .filter(feature -> feature.kind().equals("district") || feature.kind().equals("urban-area"))
        .toList();
  }

  Optional<Feature> place(String id) {
    return places().stream().filter(feature -> feature.id().equals(id)).findFirst();
  }

  private static List<Feature> read() {
    try (InputStream in = Countryside.class.getResourceAsStream(FILE)) {
      if (in == null) return List.of();
      var features = new ArrayList<Feature>();
      for (JsonNode node : Json.read(in.readAllBytes(), JsonNode.class).path("features"))
        features.add(feature(node));
      return List.copyOf(features);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Feature feature(JsonNode node) {
    JsonNode properties = node.path("properties");
    JsonNode geometry = node.path("geometry");
    var lines = new ArrayList<List<Wgs84Point>>();
    switch (geometry.path("type").asString("")) {
      case "LineString" -> lines.add(line(geometry.path("coordinates")));
      case "MultiLineString" -> geometry.path("coordinates").forEach(line -> lines.add(line(line)));
      case String _ -> {}
    }
    List<Polygon> polygons =
        switch (GeoJson.read(geometry.toString())) {
          case GeoJson.Reading.Polygons(var read) -> read;
          case GeoJson.Reading.Unreadable _ -> List.of();
        };
    return new Feature(
        node.path("id").asString(""),
        properties.path("kind").asString(""),
        properties.path("name_zh").asString(""),
        properties.path("name_en").asString(""),
        polygons,
        lines);
  }

  private static List<Wgs84Point> line(JsonNode coordinates) {
    var points = new ArrayList<Wgs84Point>();
    for (JsonNode position : coordinates)
      points.add(new Wgs84Point(position.path(1).doubleValue(), position.path(0).doubleValue()));
    return points;
  }
}
