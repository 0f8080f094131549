package org.smartcorrection.location;

import java.time.Instant;

/**
 * A fix that was not weighed.
 *
 * @param reason why not
 */
public record LeftOutFix(
    Instant time, Wgs84Point point, double accuracyMetres, FixSource source, LeftOutReason reason)
    implements JudgedFix {

  static LeftOutFix of(Fix fix, LeftOutReason reason) {
    return new LeftOutFix(fix.time(), fix.point(), fix.accuracyMetres(), fix.source(), reason);
  }
}
