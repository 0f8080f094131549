package org.smartcorrection.location;

/**
 * Everything within a radius of a place.
 *
 * @param centre its middle
 * @param radiusMetres 1 m to 500 km
 */
public record CircleArea(Wgs84Point centre, double radiusMetres) implements Area {

  /**
   * @throws IllegalArgumentException if the radius is out of range or the circle holds a pole or
   *     crosses the date line
   */
  public CircleArea {
    if (!(radiusMetres >= 1 && radiusMetres <= 500_000)) {
      throw new IllegalArgumentException("a radius is 1 m to 500 km");
    }
    around(centre, radiusMetres);
  }

  @Override
  public double signedDistanceMetres(Wgs84Point point) {
    double latitude = (point.latitude() + centre.latitude()) / 2;
    double east = (point.longitude() - centre.longitude()) * Earth.metresPerDegreeEast(latitude);
    double north = (point.latitude() - centre.latitude()) * Earth.metresPerDegreeNorth(latitude);
    return Math.sqrt(east * east + north * north) - radiusMetres;
  }

  @Override
  public BoundingBox bounds() {
    return around(centre, radiusMetres);
  }

  private static BoundingBox around(Wgs84Point centre, double radius) {
    double north = radius / Earth.metresPerDegreeNorth(centre.latitude());
    double farthest = Math.abs(centre.latitude()) + north;
    double east = radius / Earth.metresPerDegreeEast(Math.min(farthest, 89.999));
    return new BoundingBox(
        centre.latitude() - north,
        centre.longitude() - east,
        centre.latitude() + north,
        centre.longitude() + east);
  }
}
