package org.smartcorrection.platform.wall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.tracking.MapFeature;
import org.smartcorrection.platform.tracking.MapLand;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The district as a drawing. Only the demonstration brings a map along: a site supplies its own,
 * and until it does people stand on bare ground. Shapes are WGS-84 in the file and pixels of a
 * {@link MapView} here.
 */
@Component
class DistrictMap {
  private static final int VIEWS = 64;
  private static final double TOLD = 1; // pixels that tell two points apart

  private final List<Land> lands;
  private final MapLand site;
  private final Map<Seen, List<Shape>> drawn = new LinkedHashMap<>();

  /** A view of one version of the site's map: drawn once for all who look at it. */
  private record Seen(long version, MapView view) {}

  DistrictMap(Environment settings, MapLand site) {
    this.site = site;
    this.lands = settings.acceptsProfiles(Profiles.of("demo")) ? demonstration() : List.of();
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

  /** The line, or the outer ring, of one shape on the ground. */
  private record Land(Properties properties, boolean closed, List<Wgs84Point> points) {}

  /** The drawing of a view, empty when no map was supplied. */
  List<Shape> shapes(MapView view) {
    MapLand.Shown shown = site.shown();
    if (shown.features().isEmpty()) return lands.stream().map(land -> shape(land, view)).toList();
    var seen = new Seen(shown.version(), view);
    synchronized (drawn) {
      List<Shape> already = drawn.get(seen);
      if (already != null) return already;
    }
    List<Shape> shapes = drawing(shown, view);
    synchronized (drawn) {
      if (drawn.size() >= VIEWS) drawn.clear();
      drawn.put(seen, shapes);
    }
    return shapes;
  }

  /** Who made the map of the site, and under which licence. */
  List<String> sources() {
    return site.shown().sources();
  }

  private List<Shape> drawing(MapLand.Shown shown, MapView view) {
    BoundingBox box = view.box();
    return Stream.concat(
            lands.stream().map(land -> shape(land, view)),
            shown.features().stream()
                .filter(feature -> feature.meets(box))
                .map(feature -> shape(feature, view))
                .flatMap(Optional::stream))
        .toList();
  }

  /** As much of it as pixels tell; nothing of what is smaller than one. */
  private static Optional<Shape> shape(MapFeature feature, MapView view) {
    var path = new StringBuilder();
    double x = Double.NEGATIVE_INFINITY;
    double y = Double.NEGATIVE_INFINITY;
    int told = 0;
    for (Wgs84Point point : feature.points()) {
      double toX = view.x(point);
      double toY = view.y(point);
      if (Math.abs(toX - x) < TOLD && Math.abs(toY - y) < TOLD) continue;
      path.append(told == 0 ? 'M' : 'L').append(tenths(toX)).append(' ').append(tenths(toY));
      x = toX;
      y = toY;
      told++;
    }
    if (told < 2) return Optional.empty();
    if (feature.closed()) path.append('Z');
    String kind =
        switch (feature.kind()) {
          case ROAD -> "road";
          case WATER -> feature.closed() ? "lake" : "river";
          case BUILT_UP -> "town";
        };
    Wgs84Point middle = feature.points().get(feature.points().size() / 2);
    return Optional.of(
        new Shape(
            kind,
            path.toString(),
            tenths(view.x(middle)),
            tenths(view.y(middle)),
            feature.name(),
            feature.name()));
  }

  /** A view of the whole district, or of the country when no map was supplied. */
  MapView whole() {
    return MapView.around(
        lands.stream()
            .filter(land -> land.properties().kind().equals("district"))
            .findFirst()
            .map(Land::points)
            .orElse(List.of()));
  }

  private record Properties(String kind, String name_en, String name_zh, boolean fictitious) {}

  private record Outline(String type, List<?> coordinates) {}

  private record Feature(String type, String id, Properties properties, Outline geometry) {}

  private record About(boolean fictitious, String datum, String licence, String note) {}

  private record Collection(String type, About about, List<Feature> features) {}

  private static List<Land> demonstration() {
    try (InputStream file = DistrictMap.class.getResourceAsStream("/demo/district.geojson")) {
      if (file == null) return List.of();
      return Json.read(file.readAllBytes(), Collection.class).features().stream()
          .map(
              feature ->
                  new Land(
                      feature.properties(),
                      feature.geometry().type().equals("Polygon"),
                      points(feature)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the demonstration's map cannot be read", e);
    }
  }

  private static Shape shape(Land land, MapView view) {
    var path = new StringBuilder();
    for (Wgs84Point point : land.points())
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(tenths(view.x(point)))
          .append(' ')
          .append(tenths(view.y(point)));
    if (land.closed()) path.append('Z');
    return new Shape(
        land.properties().kind(),
        path.toString(),
        tenths(land.points().stream().mapToDouble(view::x).average().orElse(0)),
        tenths(land.points().stream().mapToDouble(view::y).average().orElse(0)),
        land.properties().name_en(),
        land.properties().name_zh());
  }

  private static double tenths(double pixels) {
    return Math.round(pixels * 10) / 10.0;
  }

  private static List<Wgs84Point> points(Feature feature) {
    List<?> coordinates = feature.geometry().coordinates();
    if (feature.geometry().type().equals("Polygon")) coordinates = (List<?>) coordinates.getFirst();
    var points = new ArrayList<Wgs84Point>();
    for (Object pair : coordinates) {
      List<?> numbers = (List<?>) pair;
      points.add(new Wgs84Point(number(numbers.get(1)), number(numbers.get(0))));
    }
    return points;
  }

  private static double number(Object json) {
    return ((Number) json).doubleValue();
  }
}
