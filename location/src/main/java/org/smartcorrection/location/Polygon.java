package org.smartcorrection.location;

import java.util.List;

/**
 * A drawn outline with holes, as GeoJSON gives it; not yet checked, see {@link PolygonArea#draw}.
 * Rings may be closed (last point equal to the first) or open, in either direction.
 *
 * @param outline the outer ring
 * @param holes rings inside it that do not belong to it
 */
public record Polygon(List<Wgs84Point> outline, List<List<Wgs84Point>> holes) {

  /** Copies the rings. */
  public Polygon {
    outline = List.copyOf(outline);
    holes = holes.stream().map(List::copyOf).toList();
  }

  /** An outline without holes. */
  public static Polygon of(List<Wgs84Point> outline) {
    return new Polygon(outline, List.of());
  }

  /** A rectangle. */
  public static Polygon of(BoundingBox box) {
    return of(
        List.of(
            new Wgs84Point(box.south(), box.west()),
            new Wgs84Point(box.south(), box.east()),
            new Wgs84Point(box.north(), box.east()),
            new Wgs84Point(box.north(), box.west())));
  }
}
