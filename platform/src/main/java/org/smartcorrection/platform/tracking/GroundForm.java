package org.smartcorrection.platform.tracking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.AdministrativeArea;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.CorridorArea;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.Json;
import tools.jackson.databind.JsonNode;

/**
 * Ground as acts record it: GeoJSON (RFC 7946) in WGS-84. A circle is the feature of a point with
 * the property {@value #RADIUS}, a corridor the feature of a line with {@value #HALF_WIDTH}, both
 * in metres; everything else is polygons.
 */
final class GroundForm {
  private static final String RADIUS = "radiusMetres";
  private static final String HALF_WIDTH = "halfWidthMetres";
  private static final int CORNERS_OF_A_CIRCLE = 72;

  private GroundForm() {}

  /** Reads ground; empty when the text is none. */
  static Optional<Area> read(String text) {
    if (text.length() > GeoJson.LONGEST) return Optional.empty();
    try {
      JsonNode node = Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
      JsonNode coordinates = node.path("geometry").path("coordinates");
      return switch (node.path("geometry").path("type").asString("")) {
        case "Point" -> Optional.of(new CircleArea(place(coordinates), metres(node, RADIUS)));
        case "LineString" ->
            Optional.of(new CorridorArea(line(coordinates), metres(node, HALF_WIDTH)));
        case String _ -> polygons(text);
      };
    } catch (IllegalArgumentException | IllegalStateException _) {
      return Optional.empty();
    }
  }

  private static double metres(JsonNode node, String name) {
    return node.path("properties").path(name).asDouble(-1);
  }

  private static Wgs84Point place(JsonNode position) {
    return new Wgs84Point(position.path(1).doubleValue(), position.path(0).doubleValue());
  }

  private static List<Wgs84Point> line(JsonNode positions) {
    var places = new ArrayList<Wgs84Point>();
    positions.forEach(position -> places.add(place(position)));
    return places;
  }

  private static Optional<Area> polygons(String text) {
    if (!(GeoJson.read(text) instanceof GeoJson.Reading.Polygons(var polygons)))
      return Optional.empty();
    return PolygonArea.draw(polygons) instanceof PolygonArea.Drawing.Drawn(var area, _)
        ? Optional.of(area)
        : Optional.empty();
  }

  /** Writes ground as {@link #read} reads it. */
  static String write(Area area) {
    return switch (area) {
      case CircleArea(var centre, var radius) ->
          feature(GeoJson.writePoint(centre), RADIUS, radius);
      case CorridorArea corridor ->
          feature(GeoJson.writeLine(corridor.route()), HALF_WIDTH, corridor.halfWidthMetres());
      case PolygonArea polygons -> GeoJson.write(polygons.polygons());
      case AdministrativeArea(_, var ground) -> GeoJson.write(ground.polygons());
    };
  }

  private static String feature(String geometry, String name, double metres) {
    return "{\"type\":\"Feature\",\"properties\":{\"%s\":%s},\"geometry\":%s}"
        .formatted(name, Math.round(metres), geometry);
  }

  /** Its outline for a map, right to a metre or two. */
  static List<Polygon> outlines(Area area) {
    return switch (area) {
      case CircleArea circle -> List.of(Polygon.of(around(circle)));
      case CorridorArea corridor -> List.of(Polygon.of(along(corridor)));
      case PolygonArea polygons -> polygons.polygons();
      case AdministrativeArea(_, var ground) -> ground.polygons();
    };
  }

  private static List<Wgs84Point> around(CircleArea circle) {
    var frame = new LocalFrame(circle.centre());
    var corners = new ArrayList<Wgs84Point>();
    for (int i = 0; i < CORNERS_OF_A_CIRCLE; i++) {
      double angle = 2 * Math.PI * i / CORNERS_OF_A_CIRCLE;
      corners.add(frame.pointAt(turned(angle, circle.radiusMetres())));
    }
    return corners;
  }

  /** There on the left, around the end, back on the left, around the beginning. */
  private static List<Wgs84Point> along(CorridorArea corridor) {
    var corners = new ArrayList<Wgs84Point>();
    oneSide(corridor.route(), corridor.halfWidthMetres(), corners);
    oneSide(corridor.route().reversed(), corridor.halfWidthMetres(), corners);
    return corners;
  }

  private static void oneSide(List<Wgs84Point> route, double halfWidth, List<Wgs84Point> corners) {
    for (int i = 0; i + 1 < route.size(); i++) {
      Wgs84Point from = route.get(i);
      Wgs84Point to = route.get(i + 1);
      if (from.equals(to)) continue;
      var start = new LocalFrame(from);
      Offset way = start.offsetOf(to);
      double left = StrictMath.atan2(way.north(), way.east()) + Math.PI / 2;
      corners.add(start.pointAt(turned(left, halfWidth)));
      var end = new LocalFrame(to);
      corners.add(end.pointAt(turned(left, halfWidth)));
      boolean last = i + 2 == route.size();
      for (int step = 1; last && step < 12; step++) {
        corners.add(end.pointAt(turned(left - Math.PI * step / 12, halfWidth)));
      }
    }
  }

  private static Offset turned(double angle, double metres) {
    return new Offset(metres * StrictMath.cos(angle), metres * StrictMath.sin(angle));
  }
}
