package org.smartcorrection.location;

/** In which datum somebody else's coordinates are given; inside everything is WGS-84. */
public enum Datum {
  /** GPS, and CGCS2000, which agrees with it within centimetres. */
  WGS_84,
  /** The shifted one of Chinese web maps. */
  GCJ_02,
  /** Baidu's, shifted once more. */
  BD_09;

  /**
   * A place as it stands in a file, as WGS-84.
   *
   * @throws IllegalArgumentException if there is no such place
   */
  public Wgs84Point wgs84(double latitude, double longitude) {
    return switch (this) {
      case WGS_84 -> new Wgs84Point(latitude, longitude);
      case GCJ_02 -> new Gcj02Point(latitude, longitude).toWgs84();
      case BD_09 -> new Bd09Point(latitude, longitude).toWgs84();
    };
  }
}
