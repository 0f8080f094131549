package org.smartcorrection.location;

/** What every datum asks of its two angles. */
final class Degrees {
  private Degrees() {}

  static boolean isLatitude(double degrees) {
    return degrees >= -90 && degrees <= 90;
  }

  static boolean isLongitude(double degrees) {
    return degrees >= -180 && degrees <= 180;
  }

  /** Refuses without repeating the values: a position is personal data, a message travels far. */
  static void require(double latitude, double longitude) {
    if (!isLatitude(latitude)) {
      throw new IllegalArgumentException("latitude is not a number from -90 to 90 degrees");
    }
    if (!isLongitude(longitude)) {
      throw new IllegalArgumentException("longitude is not a number from -180 to 180 degrees");
    }
  }
}
