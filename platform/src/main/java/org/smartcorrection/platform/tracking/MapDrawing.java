package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Wgs84Point;

/**
 * A map as shapes of one SVG, drawn on the server: it needs no script, no WebGL and no other host.
 *
 * @param shapes in the order in which they are drawn, each with a class of the look
 * @param box the ground that is seen
 * @param background whether it shows the lie of the land
 * @param sources who made the site's map and under which licence; empty for another background
 * @param data the same as GeoJSON, for a browser that can draw a map to move about in
 */
record MapDrawing(
    List<Shape> shapes,
    List<Label> labels,
    List<Dot> dots,
    Scale scale,
    BoundingBox box,
    boolean background,
    List<String> sources,
    String data) {
  private static final int MOST_NAMES = 40;
  static final double WIDTH = 760;
  static final double HEIGHT = 600;

  MapDrawing {
    shapes = List.copyOf(shapes);
    labels = List.copyOf(labels);
    dots = List.copyOf(dots);
    sources = List.copyOf(sources);
  }

  /** A path; {@code stroke} is its width where the class gives none. */
  record Shape(String css, String path, @Nullable Double stroke) {}

  record Label(String css, double x, double y, String words) {}

  /**
   * A fix.
   *
   * @param kind {@code before}, {@code after} or {@code dropped}
   * @param accuracy radius of the circle around it, 0 for none
   */
  record Dot(String kind, double x, double y, double r, double accuracy, @Nullable Instant at) {}

  record Scale(double length, int metres) {
    public double from() {
      return WIDTH - 40 - length;
    }
  }

  /** Gathers what is to be seen on one piece of ground. */
  static final class Builder {
    private final Projection projection;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<Dot> dots = new ArrayList<>();
    private final MapData data = new MapData();
    private final Set<String> named = new HashSet<>();
    private boolean background;
    private List<String> sources = List.of();

    Builder(Projection projection) {
      this.projection = projection;
    }

    /** The lie of the land, with the site's own map. */
    Builder countryside(Countryside land, Locale locale) {
      MapLand.Shown site = land.site();
      site.features().stream()
          .filter(feature -> feature.meets(projection.box()))
          .forEach(this::feature);
      if (!site.features().isEmpty()) sources = site.sources();
      countryside(land.features(), locale);
      background |= !site.features().isEmpty();
      return this;
    }

    /** What is smaller than the drawing shows is left out, and so are points that nobody tells. */
    private void feature(MapFeature feature) {
      List<Wgs84Point> seen = projection.told(feature.points());
      if (seen.size() < 2) return;
      if (feature.closed()) seen = closed(seen);
      switch (feature.kind()) {
        case ROAD -> line("road", seen, 2.5);
        case WATER -> line("water", seen, feature.closed() ? 2.0 : 5.0);
        case BUILT_UP -> line("sub", seen, null);
      }
      if (!feature.name().isEmpty() && named.add(feature.name()) && named.size() <= MOST_NAMES)
        name("halo minor", seen.get(seen.size() / 2), feature.name());
    }

    private static List<Wgs84Point> closed(List<Wgs84Point> ring) {
      if (ring.getFirst().equals(ring.getLast())) return ring;
      var closed = new ArrayList<>(ring);
      closed.add(ring.getFirst());
      return closed;
    }

    Builder countryside(List<Countryside.Feature> features, Locale locale) {
      background = !features.isEmpty();
      for (Countryside.Feature feature : features)
        if (feature.kind().equals("county")) area("land", feature.polygons());
      for (Countryside.Feature feature : features)
        if (feature.kind().equals("town")) area("sub", feature.polygons());
      for (Countryside.Feature feature : features)
        switch (feature.kind()) {
          case "river" -> feature.lines().forEach(line -> line("water", line, 14.0));
          case "road" -> feature.lines().forEach(line -> line("road", line, 4.0));
          case String _ -> {}
        }
      for (Countryside.Feature feature : features)
        if (!feature.polygons().isEmpty() && !feature.kind().equals("urban-area"))
          name(feature, locale);
      return this;
    }

    private void name(Countryside.Feature feature, Locale locale) {
      String css = feature.kind().equals("town") ? "halo minor" : "halo strong";
      name(css, middle(feature.polygons()), feature.name(locale));
    }

    /** Words at a place. */
    Builder name(String css, Wgs84Point place, String words) {
      data.name(css, place, words);
      if (projection.box().contains(place))
        labels.add(new Label(css, projection.x(place), projection.y(place), words));
      return this;
    }

    private static Wgs84Point middle(List<Polygon> polygons) {
      List<Wgs84Point> outline = polygons.getFirst().outline();
      return new Wgs84Point(
          outline.stream().mapToDouble(Wgs84Point::latitude).average().orElse(0),
          outline.stream().mapToDouble(Wgs84Point::longitude).average().orElse(0));
    }

    /** An area with its holes. */
    Builder area(String css, List<Polygon> polygons) {
      data.area(css, polygons);
      for (Polygon polygon : polygons) {
        var path = new StringBuilder(projection.path(polygon.outline(), true));
        polygon.holes().forEach(hole -> path.append(projection.path(hole, true)));
        shapes.add(new Shape(css, path.toString(), null));
      }
      return this;
    }

    Builder line(String css, List<Wgs84Point> places, @Nullable Double stroke) {
      if (places.size() < 2) return this;
      data.line(css, places);
      shapes.add(new Shape(css, projection.path(places, false), stroke));
      return this;
    }

    Builder dot(String kind, Wgs84Point place, double accuracyMetres, @Nullable Instant at) {
      double r = kind.equals("after") ? 5.5 : 4.5;
      double accuracy = projection.units(accuracyMetres);
      dots.add(new Dot(kind, projection.x(place), projection.y(place), r, accuracy, at));
      data.fix(kind, place, accuracyMetres, at);
      return this;
    }

    MapDrawing drawn() {
      int metres = projection.scaleMetres();
      return new MapDrawing(
          shapes,
          labels,
          dots,
          new Scale(projection.units(metres), metres),
          projection.box(),
          background,
          sources,
          data.text(projection.box()));
    }
  }

  /** Ground around these places. */
  static Builder around(List<Wgs84Point> places, double leastMetres) {
    return new Builder(Projection.around(places, leastMetres, WIDTH, HEIGHT));
  }

  /** The corners of an area, for a map that shows all of it. */
  static List<Wgs84Point> corners(BoundingBox box) {
    return List.of(
        new Wgs84Point(box.south(), box.west()), new Wgs84Point(box.north(), box.east()));
  }
}
