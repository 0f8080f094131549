package org.smartcorrection.location;

/**
 * A flat frame around a place, metres east and north of it, on the ellipsoid's radii of curvature
 * there. Good to a part in a thousand within 10 km; not for use near the poles.
 */
public final class LocalFrame {
  private final Wgs84Point origin;
  private final double metresPerDegreeEast;
  private final double metresPerDegreeNorth;

  /**
   * @throws IllegalArgumentException if the origin lies within a degree of a pole
   */
  public LocalFrame(Wgs84Point origin) {
    if (Math.abs(origin.latitude()) > 89) {
      throw new IllegalArgumentException("no local frame within a degree of a pole");
    }
    this.origin = origin;
    this.metresPerDegreeEast = Earth.metresPerDegreeEast(origin.latitude());
    this.metresPerDegreeNorth = Earth.metresPerDegreeNorth(origin.latitude());
  }

  /** The place that is 0 metres east and 0 metres north. */
  public Wgs84Point origin() {
    return origin;
  }

  /** Where a place lies in this frame, the shorter way round the earth. */
  public Offset offsetOf(Wgs84Point point) {
    double east = Math.IEEEremainder(point.longitude() - origin.longitude(), 360);
    return new Offset(
        east * metresPerDegreeEast, (point.latitude() - origin.latitude()) * metresPerDegreeNorth);
  }

  /**
   * The place of an offset.
   *
   * @throws IllegalArgumentException if the offset leads past a pole
   */
  public Wgs84Point pointAt(Offset offset) {
    double longitude = origin.longitude() + offset.east() / metresPerDegreeEast;
    return new Wgs84Point(
        origin.latitude() + offset.north() / metresPerDegreeNorth,
        longitude >= -180 && longitude <= 180 ? longitude : Math.IEEEremainder(longitude, 360));
  }

  /**
   * Metres from the origin of a {@link LocalFrame}.
   *
   * @param east metres east, negative for west
   * @param north metres north, negative for south
   */
  public record Offset(double east, double north) {
    /** Length in metres. */
    public double length() {
      return Math.hypot(east, north);
    }

    /** The same offset turned clockwise, as a compass counts. */
    public Offset turnedClockwise(double degrees) {
      double sine = Math.sin(Math.toRadians(degrees));
      double cosine = Math.cos(Math.toRadians(degrees));
      return new Offset(east * cosine + north * sine, north * cosine - east * sine);
    }
  }
}
