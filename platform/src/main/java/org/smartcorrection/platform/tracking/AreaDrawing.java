package org.smartcorrection.platform.tracking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.AreaProblem;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.CorridorArea;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.border.Archive;
import org.smartcorrection.location.border.Border;
import org.smartcorrection.location.border.Kml;

/** What an officer drew, typed, listed or imported, checked before it becomes a zone. */
sealed interface AreaDrawing {
  /** Ground in WGS-84. */
  record Drawn(Area area) implements AreaDrawing {}

  /**
   * None.
   *
   * @param key the message that says why, and what to do
   */
  record Wrong(String key, List<Object> arguments) implements AreaDrawing {
    static Wrong of(String key, Object... arguments) {
      return new Wrong(key, List.of(arguments));
    }
  }

  /** What places on a map are taken for. */
  enum Shape {
    POLYGON,
    CIRCLE,
    CORRIDOR
  }

  /**
   * Places as a list, one line each, longitude and latitude; an empty line begins another ring.
   *
   * @param metres radius of a circle, half the width of a corridor
   */
  static AreaDrawing ofPlaces(String typed, Shape shape, double metres, Datum datum) {
    var rings = new ArrayList<List<Wgs84Point>>();
    var ring = new ArrayList<Wgs84Point>();
    int number = 0;
    for (String line : typed.lines().toList()) {
      number++;
      if (line.isBlank()) {
        if (!ring.isEmpty()) rings.add(List.copyOf(ring));
        ring.clear();
        continue;
      }
      String[] parts = line.strip().split("[,，;\\s]+", -1);
      try {
        if (parts.length != 2) throw new IllegalArgumentException("two numbers");
        ring.add(datum.wgs84(Double.parseDouble(parts[1]), Double.parseDouble(parts[0])));
      } catch (IllegalArgumentException _) {
        return Wrong.of("tracking.area.line", number);
      }
    }
    if (!ring.isEmpty()) rings.add(List.copyOf(ring));
    return switch (shape) {
      case POLYGON -> checked(nested(rings));
      case CIRCLE -> circle(rings, metres);
      case CORRIDOR -> corridor(rings, metres);
    };
  }

  /** A ring inside of one that was drawn before it is a hole in that. */
  private static List<Polygon> nested(List<List<Wgs84Point>> rings) {
    var polygons = new ArrayList<Polygon>();
    for (List<Wgs84Point> ring : rings) {
      int around = -1;
      for (int i = 0; i < polygons.size(); i++)
        if (holds(polygons.get(i).outline(), ring)) around = i;
      if (around < 0) polygons.add(Polygon.of(ring));
      else {
        Polygon outer = polygons.get(around);
        var holes = new ArrayList<>(outer.holes());
        holes.add(ring);
        polygons.set(around, new Polygon(outer.outline(), holes));
      }
    }
    return polygons;
  }

  private static boolean holds(List<Wgs84Point> outline, List<Wgs84Point> ring) {
    return PolygonArea.draw(List.of(Polygon.of(outline)))
            instanceof PolygonArea.Drawing.Drawn(var area, _)
        && ring.stream().allMatch(area::contains);
  }

  private static AreaDrawing circle(List<List<Wgs84Point>> rings, double metres) {
    if (rings.size() != 1 || rings.getFirst().size() != 1)
      return Wrong.of("tracking.area.one-place");
    try {
      return new Drawn(new CircleArea(rings.getFirst().getFirst(), metres));
    } catch (IllegalArgumentException _) {
      return Wrong.of("tracking.area.circle");
    }
  }

  private static AreaDrawing corridor(List<List<Wgs84Point>> rings, double metres) {
    if (rings.size() != 1 || rings.getFirst().size() < 2) return Wrong.of("tracking.area.one-way");
    try {
      return new Drawn(new CorridorArea(rings.getFirst(), metres));
    } catch (IllegalArgumentException _) {
      return Wrong.of("tracking.area.corridor");
    }
  }

  /** A file of GeoJSON, KML, or an archive with KML or a shapefile, in its datum. */
  static AreaDrawing ofFile(byte[] file, Datum datum) {
    if (Archive.isOne(file)) return ofBorder(Archive.read(file, datum));
    int first = 0;
    while (first < file.length && (file[first] <= ' ' || file[first] > '~')) first++;
    if (first < file.length && file[first] == '<') return ofBorder(Kml.read(file, datum));
    return switch (GeoJson.read(new String(file, StandardCharsets.UTF_8), datum::wgs84)) {
      case GeoJson.Reading.Polygons(var polygons) -> checked(polygons);
      case GeoJson.Reading.Unreadable(var fault) -> Wrong.of("tracking.area.file." + fault.name());
    };
  }

  private static AreaDrawing ofBorder(Border border) {
    return switch (border) {
      case Border.Polygons(var polygons) -> checked(polygons);
      case Border.Unreadable(var fault) -> Wrong.of("tracking.area.file." + fault.name());
    };
  }

  /**
   * An area, or the reason why it cannot be one. More than a prefecture, of which the library only
   * warns, is the wrong file.
   */
  static AreaDrawing checked(List<Polygon> polygons) {
    return switch (PolygonArea.draw(polygons)) {
      case PolygonArea.Drawing.Drawn(var area, var warnings) ->
          warnings.stream().anyMatch(warning -> warning.kind() == AreaProblem.Kind.TOO_LARGE)
              ? wrong(warnings.getFirst())
              : new Drawn(area);
      case PolygonArea.Drawing.Refused(var problems) -> wrong(problems.getFirst());
    };
  }

  /** The same where the person has to stay: less than a hectare is a disguised arrest (CCL 34). */
  default AreaDrawing toStayIn() {
    if (!(this instanceof Drawn(PolygonArea area))) return this;
    return PolygonArea.draw(area.polygons()) instanceof PolygonArea.Drawing.Drawn(_, var warnings)
            && !warnings.isEmpty()
        ? wrong(warnings.getFirst())
        : this;
  }

  private static Wrong wrong(AreaProblem problem) {
    return Wrong.of(
        "tracking.area.problem." + problem.kind().name(), problem.vertex() + 1, problem.ring() + 1);
  }
}
