package org.smartcorrection.location;

/**
 * A rectangle of latitudes and longitudes in WGS-84 that does not cross the date line.
 *
 * @param south least latitude
 * @param west least longitude
 * @param north greatest latitude
 * @param east greatest longitude
 */
public record BoundingBox(double south, double west, double north, double east) {

  /**
   * @throws IllegalArgumentException if an angle is out of range or the sides are swapped
   */
  public BoundingBox {
    Degrees.require(south, west);
    Degrees.require(north, east);
    if (south > north || west > east) {
      throw new IllegalArgumentException("south and west come before north and east");
    }
  }

  /** Whether the point is inside or on a side. */
  public boolean contains(Wgs84Point point) {
    return point.latitude() >= south
        && point.latitude() <= north
        && point.longitude() >= west
        && point.longitude() <= east;
  }
}
