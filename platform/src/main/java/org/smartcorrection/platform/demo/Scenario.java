package org.smartcorrection.platform.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.recording.RecordingCsv;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.kernel.Json;
import tools.jackson.databind.JsonNode;

/** Which recording is put where: {@code demo/scenario.json}, and the drawn district's border. */
final class Scenario {
  private static final String FOLDER = "/demo/";

  private Scenario() {}

  /** The district as GeoJSON geometry. */
  static String district() throws IOException {
    for (JsonNode feature : json("district.geojson").path("features"))
      if (feature.path("id").asString("").equals("district"))
        return feature.path("geometry").toString();
    throw new IllegalStateException("the drawn district has no border");
  }

  /** The drawn district as ground. */
  static PolygonArea ground() throws IOException {
    JsonNode ring = Json.read(district().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    var outline = new ArrayList<Wgs84Point>();
    for (JsonNode corner : ring.path("coordinates").path(0))
      outline.add(new Wgs84Point(corner.path(1).asDouble(), corner.path(0).asDouble()));
    outline.removeLast(); // a ring ends where it begins
    return PolygonArea.of(List.of(Polygon.of(outline)));
  }

  /** The facts by which a district becomes somebody's permitted area. */
  static Facts area(String district) {
    return Facts.NONE
        .text("name", "青禾区")
        .choice("basis", "PLACE_OF_EXECUTION")
        .text("geometry", district)
        .choice("source", "LISTED")
        .choice("datum", "WGS_84");
  }

  /** The movement that leaves the district, as it would be measured from this instant on. */
  static List<Fix> leaving(Instant start) throws IOException {
    JsonNode replay = json("scenario.json").path("replays").path(0);
    JsonNode anchor = replay.path("anchor");
    var frame =
        new LocalFrame(
            new Wgs84Point(
                anchor.path("latitude").asDouble(), anchor.path("longitude").asDouble()));
    String file = FOLDER + replay.path("recording").asString("");
    try (InputStream in = open(file)) {
      return switch (RecordingCsv.read(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        case RecordingCsv.Reading.Read(var recording) ->
            recording.anchored(
                frame,
                replay.path("rotationDegrees").asDouble(),
                start,
                replay.path("speedup").asDouble(),
                replay.path("accuracyMetres").asDouble());
        case RecordingCsv.Reading.Unreadable(int line, var fault) ->
            throw new IllegalStateException(file + " line " + line + ": " + fault);
      };
    }
  }

  private static JsonNode json(String name) throws IOException {
    try (InputStream in = open(FOLDER + name)) {
      return Json.read(in.readAllBytes(), JsonNode.class);
    }
  }

  private static InputStream open(String path) {
    return Objects.requireNonNull(Scenario.class.getResourceAsStream(path), path);
  }
}
