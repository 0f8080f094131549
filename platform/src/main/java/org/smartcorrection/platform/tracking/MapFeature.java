package org.smartcorrection.platform.tracking;

import java.util.List;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.Wgs84Point;

/**
 * One line or ring of the site's map.
 *
 * @param name as the file has it; empty for none
 * @param closed whether it is the edge of ground
 * @param bounds of its points, so that what lies elsewhere need not be looked at
 */
public record MapFeature(
    Kind kind, String name, boolean closed, List<Wgs84Point> points, BoundingBox bounds) {

  /** What a layer shows. */
  public enum Kind {
    ROAD,
    WATER,
    BUILT_UP
  }

  /** Copies the points. */
  public MapFeature {
    points = List.copyOf(points);
  }

  static MapFeature of(Kind kind, String name, boolean closed, List<Wgs84Point> points) {
    return new MapFeature(kind, name, closed, points, boundsOf(points));
  }

  static BoundingBox boundsOf(List<Wgs84Point> points) {
    double south = 90;
    double west = 180;
    double north = -90;
    double east = -180;
    for (Wgs84Point point : points) {
      south = Math.min(south, point.latitude());
      west = Math.min(west, point.longitude());
      north = Math.max(north, point.latitude());
      east = Math.max(east, point.longitude());
    }
    return new BoundingBox(south, west, north, east);
  }

  /** Whether some of it may lie there. */
  public boolean meets(BoundingBox box) {
    return bounds.south() <= box.north()
        && bounds.north() >= box.south()
        && bounds.west() <= box.east()
        && bounds.east() >= box.west();
  }
}
