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
    Earth.Degree degree = Earth.degree((point.latitude() + centre.latitude()) / 2);
    double east = (point.longitude() - centre.longitude()) * degree.east();
    double north = (point.latitude() - centre.latitude()) * degree.north();
    return Math.sqrt(east * east + north * north) - radiusMetres;
  }

  /**
   * Whether its border is known to be farther than so many metres.
   *
   * @param degree where the point is: half way to the middle it is another one, by less than two
   *     hundredths anywhere near
   */
  boolean isFarther(Wgs84Point point, Earth.Degree degree, double metres) {
    double east = (point.longitude() - centre.longitude()) * degree.east();
    double north = (point.latitude() - centre.latitude()) * degree.north();
    double least = metres + radiusMetres;
    return least > 0 && 0.96 * (east * east + north * north) > least * least;
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
