package org.smartcorrection.location.supervision;

import java.time.Instant;
import org.smartcorrection.location.Wgs84Point;

/**
 * Where the person themselves was shown to be at a moment, by one verification (CCL 26, L16a) or by
 * an officer who met them: the measure of whether the device is with them.
 *
 * @param time when
 * @param point where
 * @param accuracyMetres radius that holds the true place in 68 of 100 cases, above 0
 */
public record Verification(Instant time, Wgs84Point point, double accuracyMetres)
    implements Message {

  /**
   * @throws IllegalArgumentException if the accuracy is not above 0
   */
  public Verification {
    if (!(accuracyMetres > 0 && accuracyMetres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("accuracy is a number of metres above 0");
    }
  }
}
