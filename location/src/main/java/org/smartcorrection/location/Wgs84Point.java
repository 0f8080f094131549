package org.smartcorrection.location;

/**
 * A place in WGS-84, the datum of satellite receivers and the only one used inside the product.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Wgs84Point(double latitude, double longitude) {

  /**
   * Refuses a place that is none; what a device sent goes through {@link Fixes#check} instead.
   *
   * @throws IllegalArgumentException if an angle is out of its range or not a number
   */
  public Wgs84Point {
    Degrees.require(latitude, longitude);
  }

  /** The same place in GCJ-02; itself outside the rectangle in which GCJ-02 shifts. */
  public Gcj02Point toGcj02() {
    return ChinaShift.gcj02Of(this);
  }

  /** The same place in BD-09. */
  public Bd09Point toBd09() {
    return toGcj02().toBd09();
  }

  /**
   * Great-circle distance in metres on the sphere of mean radius 6,371,008.8 m; within 0.6 % of the
   * ellipsoid. For border distances use an {@link Area}.
   */
  public double metresTo(Wgs84Point other) {
    double latitudeA = StrictMath.toRadians(latitude);
    double latitudeB = StrictMath.toRadians(other.latitude);
    double halfLatitude = StrictMath.sin((latitudeB - latitudeA) / 2);
    double halfLongitude = StrictMath.sin(StrictMath.toRadians(other.longitude - longitude) / 2);
    double h =
        halfLatitude * halfLatitude
            + StrictMath.cos(latitudeA) * StrictMath.cos(latitudeB) * halfLongitude * halfLongitude;
    return 2 * Earth.MEAN_RADIUS * StrictMath.asin(Math.min(1, Math.sqrt(h)));
  }
}
