package org.smartcorrection.location.journal;

import java.time.Instant;
import java.util.UUID;
import org.smartcorrection.location.supervision.Report;

/**
 * What one device said of one moment.
 *
 * @param report as it was judged, which is as it is stored: see {@link Rounding}
 * @param device who said it
 * @param receivedAt by our clock, in whole milliseconds
 * @param fate what became of it
 */
public record Entry(Report report, UUID device, Instant receivedAt, Fate fate) {
  /** The same with another fate. */
  public Entry with(Fate other) {
    return new Entry(report, device, receivedAt, other);
  }

  /** When it was measured. */
  public Instant time() {
    return report.time();
  }
}
