package org.smartcorrection.location;

/**
 * Ground to which nothing comes nearer than so many metres, so that whoever stays on it need not
 * look again.
 *
 * @param west to north: the rectangle
 */
record CalmGround(double west, double south, double east, double north, double metres) {
  /** Nobody is on it. */
  static final CalmGround NOWHERE = new CalmGround(0, 0, 0, 0, 0);

  /** Whether nothing can be within so many metres of the point. */
  boolean isCalm(Wgs84Point point, double within) {
    double x = point.longitude();
    double y = point.latitude();
    return x > west && x < east && y > south && y < north && within <= metres;
  }
}
