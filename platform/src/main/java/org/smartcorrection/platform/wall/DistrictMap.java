package org.smartcorrection.platform.wall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.kernel.Json;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The district as a drawing. Only the demonstration brings a map along: a site supplies its own,
 * and until it does the wall says that there is none. Shapes are WGS-84 in the file and pixels
 * here.
 */
@Component
class DistrictMap {
  private static final double WIDTH = 880;
  private static final double HEIGHT = 660;
  private static final double MARGIN = 30;

  private final List<Shape> shapes;

  DistrictMap(Environment settings) {
    this.shapes = settings.acceptsProfiles(Profiles.of("demo")) ? demonstration() : List.of();
  }

  /**
   * One shape of the drawing.
   *
   * @param kind as the file names it: district, town, county, river, road
   * @param path of SVG
   * @param x where its name stands
   */
  record Shape(String kind, String path, double x, double y, String nameEn, String nameZh) {
    public String name(Locale locale) {
      return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }
  }

  /** The drawing, or empty when no map was supplied. */
  Optional<List<Shape>> shapes() {
    return shapes.isEmpty() ? Optional.empty() : Optional.of(shapes);
  }

  private record Properties(String kind, String name_en, String name_zh, boolean fictitious) {}

  private record Outline(String type, List<?> coordinates) {}

  private record Feature(String type, String id, Properties properties, Outline geometry) {}

  private record About(boolean fictitious, String datum, String licence, String note) {}

  private record Collection(String type, About about, List<Feature> features) {}

  private record Point(double longitude, double latitude) {}

  private static List<Shape> demonstration() {
    try (InputStream file = DistrictMap.class.getResourceAsStream("/demo/district.geojson")) {
      if (file == null) return List.of();
      List<Feature> features = Json.read(file.readAllBytes(), Collection.class).features();
      List<Point> border =
          features.stream()
              .filter(feature -> feature.properties().kind().equals("district"))
              .map(DistrictMap::points)
              .findFirst()
              .orElseThrow();
      Frame frame = Frame.around(border);
      return features.stream().map(feature -> shape(feature, frame)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the demonstration's map cannot be read", e);
    }
  }

  private record Frame(double west, double north, double scaleX, double scale) {
    static Frame around(List<Point> border) {
      double west = border.stream().mapToDouble(Point::longitude).min().orElseThrow();
      double east = border.stream().mapToDouble(Point::longitude).max().orElseThrow();
      double south = border.stream().mapToDouble(Point::latitude).min().orElseThrow();
      double north = border.stream().mapToDouble(Point::latitude).max().orElseThrow();
      double narrow = Math.cos(Math.toRadians((north + south) / 2));
      double scale =
          Math.min(
              (WIDTH - 2 * MARGIN) / ((east - west) * narrow),
              (HEIGHT - 2 * MARGIN) / (north - south));
      double left = (WIDTH - (east - west) * narrow * scale) / 2;
      return new Frame(west - left / (narrow * scale), north + MARGIN / scale, narrow, scale);
    }

    double x(Point point) {
      return round((point.longitude() - west) * scaleX * scale);
    }

    double y(Point point) {
      return round((north - point.latitude()) * scale);
    }

    private static double round(double pixels) {
      return Math.round(pixels * 10) / 10.0;
    }
  }

  private static Shape shape(Feature feature, Frame frame) {
    List<Point> points = points(feature);
    var path = new StringBuilder();
    for (Point point : points)
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(frame.x(point))
          .append(' ')
          .append(frame.y(point));
    if (feature.geometry().type().equals("Polygon")) path.append('Z');
    return new Shape(
        feature.properties().kind(),
        path.toString(),
        points.stream().mapToDouble(frame::x).average().orElse(0),
        points.stream().mapToDouble(frame::y).average().orElse(0),
        feature.properties().name_en(),
        feature.properties().name_zh());
  }

  /** The line, or the outer ring. */
  private static List<Point> points(Feature feature) {
    List<?> coordinates = feature.geometry().coordinates();
    if (feature.geometry().type().equals("Polygon")) coordinates = (List<?>) coordinates.getFirst();
    var points = new ArrayList<Point>();
    for (Object pair : coordinates) {
      List<?> numbers = (List<?>) pair;
      points.add(new Point(number(numbers.get(0)), number(numbers.get(1))));
    }
    return points;
  }

  private static double number(Object json) {
    return ((Number) json).doubleValue();
  }
}
