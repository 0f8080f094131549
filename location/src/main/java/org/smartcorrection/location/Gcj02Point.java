package org.smartcorrection.location;

/**
 * A place in GCJ-02, the datum of most Chinese map services, 300 to 700 metres off WGS-84 inside
 * China. It exists at the edges only: taken for WGS-84 it would raise false alarms.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Gcj02Point(double latitude, double longitude) {

  /**
   * @throws IllegalArgumentException if an angle is out of its range or not a number
   */
  public Gcj02Point {
    Degrees.require(latitude, longitude);
  }

  /** The same place in WGS-84, found by iteration to well below a centimetre. */
  public Wgs84Point toWgs84() {
    return ChinaShift.wgs84Of(this);
  }

  /** The same place in BD-09; itself outside the rectangle in which GCJ-02 shifts. */
  public Bd09Point toBd09() {
    return ChinaShift.bd09Of(this);
  }
}
