package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.kernel.Json;

/**
 * What a {@link MapDrawing} shows, as one GeoJSON collection in WGS-84 (RFC 7946). Every feature
 * names the class of the look that its shape has in the drawing.
 */
final class MapData {
  private final List<String> features = new ArrayList<>();
  private int timed;

  void area(String css, List<Polygon> polygons) {
    if (!polygons.isEmpty()) add(GeoJson.write(polygons), Map.of("class", css));
  }

  void line(String css, List<Wgs84Point> places) {
    add(GeoJson.writeLine(places), Map.of("class", css));
  }

  void name(String css, Wgs84Point place, String words) {
    add(GeoJson.writePoint(place), Map.of("class", css, "words", words));
  }

  /** A fix; those with a time are numbered as they come, for whoever shows a track in time. */
  void fix(String kind, Wgs84Point place, double accuracyMetres, @Nullable Instant at) {
    var properties = new TreeMap<String, Object>();
    properties.put("class", kind);
    properties.put("accuracy", Math.round(accuracyMetres));
    if (at != null) {
      properties.put("at", at.toString());
      properties.put("n", timed++);
    }
    add(GeoJson.writePoint(place), properties);
  }

  private void add(String geometry, Map<String, Object> properties) {
    features.add(
        "{\"type\":\"Feature\",\"properties\":"
            + Json.text(properties)
            + ",\"geometry\":"
            + geometry
            + "}");
  }

  /** The collection, fit to stand in a script element: no name in it can end that element. */
  String text(BoundingBox box) {
    double[] sides = {box.west(), box.south(), box.east(), box.north()};
    String text =
        "{\"type\":\"FeatureCollection\",\"bbox\":"
            + Json.text(sides)
            + ",\"features\":["
            + String.join(",", features)
            + "]}";
    return text.replace("<", "\\u003c");
  }
}
