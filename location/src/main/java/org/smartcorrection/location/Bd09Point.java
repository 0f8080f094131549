package org.smartcorrection.location;

/**
 * A place in BD-09, Baidu's datum: a second shift laid over GCJ-02. It exists at the edges only.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Bd09Point(double latitude, double longitude) {

  /**
   * @throws IllegalArgumentException if an angle is out of its range or not a number
   */
  public Bd09Point {
    Degrees.require(latitude, longitude);
  }

  /** The same place in GCJ-02, found by iteration to well below a centimetre. */
  public Gcj02Point toGcj02() {
    return ChinaShift.gcj02Of(this);
  }

  /** The same place in WGS-84. */
  public Wgs84Point toWgs84() {
    return toGcj02().toWgs84();
  }
}
