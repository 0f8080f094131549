package org.smartcorrection.location;

/** The WGS-84 ellipsoid, as far as distances within a province need it. */
final class Earth {
  static final double MEAN_RADIUS = 6_371_008.8;
  private static final double SEMI_MAJOR_AXIS = 6_378_137.0;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

  private Earth() {}

  /** Length in metres of one degree of latitude at this latitude. */
  static double metresPerDegreeNorth(double latitude) {
    double sine = StrictMath.sin(StrictMath.toRadians(latitude));
    double w = 1 - ECCENTRICITY_SQUARED * sine * sine;
    return StrictMath.toRadians(SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w)));
  }

  /** Length in metres of one degree of longitude at this latitude. */
  static double metresPerDegreeEast(double latitude) {
    return degree(latitude).east();
  }

  /** Both lengths, which share most of the work. */
  static Degree degree(double latitude) {
    double radians = StrictMath.toRadians(latitude);
    double sine = StrictMath.sin(radians);
    double w = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double root = Math.sqrt(w);
    return new Degree(
        StrictMath.toRadians(SEMI_MAJOR_AXIS / root * StrictMath.cos(radians)),
        StrictMath.toRadians(SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (w * root)));
  }

  /**
   * Lengths in metres of one degree somewhere.
   *
   * @param east of longitude
   * @param north of latitude
   */
  record Degree(double east, double north) {}
}
