package org.smartcorrection.platform.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.Wgs84Point;

/**
 * A piece of ground on a drawing: north up, distances right to a few per cent over a county.
 *
 * @param box what is shown; the drawing's sides are its sides
 * @param width of the drawing in its own units, {@code height} likewise
 */
record Projection(BoundingBox box, double width, double height) {
  private static final double METRES_PER_DEGREE = 111_320;
  private static final double TOLD = 1; // units of the drawing

  /** Ground around some places with a margin, in the drawing's proportions. */
  static Projection around(
      List<Wgs84Point> places, double leastMetres, double width, double height) {
    double south = places.stream().mapToDouble(Wgs84Point::latitude).min().orElseThrow();
    double north = places.stream().mapToDouble(Wgs84Point::latitude).max().orElseThrow();
    double west = places.stream().mapToDouble(Wgs84Point::longitude).min().orElseThrow();
    double east = places.stream().mapToDouble(Wgs84Point::longitude).max().orElseThrow();
    double latitude = (south + north) / 2;
    double longitude = (west + east) / 2;
    double squeeze = Math.max(0.05, Math.cos(Math.toRadians(latitude)));
    double metresHigh = Math.max((north - south) * METRES_PER_DEGREE * 1.3, leastMetres);
    double metresWide = Math.max((east - west) * METRES_PER_DEGREE * squeeze * 1.3, leastMetres);
    double scale = Math.max(metresHigh / height, metresWide / width);
    double halfLatitude = scale * height / METRES_PER_DEGREE / 2;
    double halfLongitude = scale * width / METRES_PER_DEGREE / squeeze / 2;
    return new Projection(
        new BoundingBox(
            Math.max(-90, latitude - halfLatitude),
            Math.max(-180, longitude - halfLongitude),
            Math.min(90, latitude + halfLatitude),
            Math.min(180, longitude + halfLongitude)),
        width,
        height);
  }

  double x(Wgs84Point place) {
    return (place.longitude() - box.west()) / (box.east() - box.west()) * width;
  }

  double y(Wgs84Point place) {
    return (box.north() - place.latitude()) / (box.north() - box.south()) * height;
  }

  /** Those of some places that are apart on the drawing, the first and the last always. */
  List<Wgs84Point> told(List<Wgs84Point> places) {
    var told = new ArrayList<Wgs84Point>();
    double x = Double.NEGATIVE_INFINITY;
    double y = Double.NEGATIVE_INFINITY;
    for (Wgs84Point place : places) {
      boolean last = place.equals(places.getLast());
      if (!last && Math.abs(x(place) - x) < TOLD && Math.abs(y(place) - y) < TOLD) continue;
      x = x(place);
      y = y(place);
      told.add(place);
    }
    return told;
  }

  /** A distance on the ground in units of the drawing. */
  double units(double metres) {
    return metres / metresAcross() * width;
  }

  /** From the western to the eastern side. */
  double metresAcross() {
    double middle = (box.south() + box.north()) / 2;
    return (box.east() - box.west()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(middle));
  }

  /** The data of an SVG path through these places. */
  String path(List<Wgs84Point> places, boolean closed) {
    String lines =
        places.stream()
            .map(place -> String.format(Locale.ROOT, "%.1f %.1f", x(place), y(place)))
            .collect(Collectors.joining("L", "M", ""));
    return closed ? lines + "Z" : lines;
  }

  /** A round number of metres that is about a sixth of the width: for the scale. */
  int scaleMetres() {
    double sixth = metresAcross() / 6;
    double ten = Math.pow(10, Math.floor(Math.log10(sixth)));
    double round = sixth / ten >= 5 ? 5 * ten : sixth / ten >= 2 ? 2 * ten : ten;
    return (int) Math.max(1, Math.round(round));
  }
}
