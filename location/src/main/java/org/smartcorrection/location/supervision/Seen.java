package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.time.Instant;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.Wgs84Point;

/**
 * A position as far as the next ones are compared with it.
 *
 * @param sigmaMetres its standard deviation along any line, by the error model
 */
record Seen(Instant time, Wgs84Point point, double sigmaMetres, FixSource source) {
  double secondsTo(Instant later) {
    return Duration.between(time, later).toNanos() / 1e9;
  }
}
