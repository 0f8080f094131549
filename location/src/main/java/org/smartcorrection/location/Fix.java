package org.smartcorrection.location;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One position of one device that passed {@link Fixes#check}.
 *
 * @param time when the device measured it
 * @param point where, in WGS-84
 * @param accuracyMetres radius around the point that holds the true place in 68 of 100 cases, above
 *     0
 * @param source what it was made from
 * @param speedMetresPerSecond as the device said, if it did
 * @param courseDegrees clockwise from north, 0 to below 360, if the device said
 * @param batteryPercent 0 to 100, if the device said
 */
public record Fix(
    Instant time,
    Wgs84Point point,
    double accuracyMetres,
    FixSource source,
    OptionalDouble speedMetresPerSecond,
    OptionalDouble courseDegrees,
    OptionalInt batteryPercent) {

  /**
   * @throws IllegalArgumentException if the accuracy is not above 0
   */
  public Fix {
    if (!(accuracyMetres > 0 && accuracyMetres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("accuracy is a number of metres above 0");
    }
  }

  /** A fix without speed, course and battery. */
  public static Fix of(Instant time, Wgs84Point point, double accuracyMetres, FixSource source) {
    return new Fix(
        time,
        point,
        accuracyMetres,
        source,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty());
  }
}
