package org.smartcorrection.platform.tracking;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.AreaProblem;
import org.smartcorrection.location.Bd09Point;
import org.smartcorrection.location.Gcj02Point;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;

/**
 * What an officer drew, listed or imported, checked before it becomes somebody's permitted area.
 */
sealed interface AreaDrawing {
  /** An area in WGS-84. */
  record Drawn(List<Polygon> polygons) implements AreaDrawing {
    public Drawn {
      polygons = List.copyOf(polygons);
    }
  }

  /**
   * None.
   *
   * @param key the message that says why
   */
  record Wrong(String key, List<Object> arguments) implements AreaDrawing {
    static Wrong of(String key, Object... arguments) {
      return new Wrong(key, List.of(arguments));
    }
  }

  /** The datum in which somebody else's border is given (the platform's own is WGS-84). */
  enum Datum {
    WGS_84,
    GCJ_02,
    BD_09;

    Wgs84Point wgs84(double latitude, double longitude) {
      return switch (this) {
        case WGS_84 -> new Wgs84Point(latitude, longitude);
        case GCJ_02 -> new Gcj02Point(latitude, longitude).toWgs84();
        case BD_09 -> new Bd09Point(latitude, longitude).toWgs84();
      };
    }
  }

  /** Corners as a list: one line each, longitude and latitude in WGS-84. */
  static AreaDrawing ofCorners(String typed) {
    var corners = new ArrayList<Wgs84Point>();
    int number = 0;
    for (String line : typed.lines().toList()) {
      number++;
      if (line.isBlank()) continue;
      String[] parts = line.strip().split("[,，;\\s]+", -1);
      try {
        if (parts.length != 2) throw new IllegalArgumentException("two numbers");
        corners.add(new Wgs84Point(Double.parseDouble(parts[1]), Double.parseDouble(parts[0])));
      } catch (IllegalArgumentException _) {
        return Wrong.of("tracking.area.line", number);
      }
    }
    return checked(corners.isEmpty() ? List.of() : List.of(Polygon.of(corners)));
  }

  /** A GeoJSON file in its datum. */
  static AreaDrawing ofGeoJson(String text, Datum datum) {
    return switch (GeoJson.read(text, datum::wgs84)) {
      case GeoJson.Reading.Polygons(var polygons) -> checked(polygons);
      case GeoJson.Reading.Unreadable(var fault) -> Wrong.of("tracking.area.file." + fault.name());
    };
  }

  /**
   * An area, or the reason why it cannot be one. What the library only warns of is refused here: a
   * hectare is a disguised arrest (CCL 34), and more than a prefecture is the wrong file.
   */
  static AreaDrawing checked(List<Polygon> polygons) {
    return switch (PolygonArea.draw(polygons)) {
      case PolygonArea.Drawing.Drawn(_, var warnings) ->
          warnings.isEmpty() ? new Drawn(polygons) : wrong(warnings);
      case PolygonArea.Drawing.Refused(var problems) -> wrong(problems);
    };
  }

  private static Wrong wrong(List<AreaProblem> problems) {
    AreaProblem first = problems.getFirst();
    return Wrong.of("tracking.area.problem." + first.kind().name(), first.vertex() + 1);
  }
}
