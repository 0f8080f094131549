package org.smartcorrection.location;

/** A stretch of ground in WGS-84 that a position can be inside or outside of, and by how much. */
public sealed interface Area permits PolygonArea, CircleArea, CorridorArea, AdministrativeArea {

  /**
   * Distance to the border in metres on the WGS-84 ellipsoid's radii at the point: negative inside,
   * positive outside, 0 on the border. Right to 1 % within 100 km of the border.
   */
  double signedDistanceMetres(Wgs84Point point);

  /** The smallest rectangle around it. */
  BoundingBox bounds();

  /** Whether the point is inside or on the border. */
  default boolean contains(Wgs84Point point) {
    return signedDistanceMetres(point) <= 0;
  }
}
