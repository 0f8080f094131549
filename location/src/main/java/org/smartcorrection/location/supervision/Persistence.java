package org.smartcorrection.location.supervision;

import java.time.Duration;
import org.smartcorrection.location.Severity;

/**
 * How long something has to go on before it is believed: a contact can be loose for a moment.
 *
 * @param times so many messages in a row, two at least
 * @param over and so long from the first to the last of them
 * @param probability how sure it is then
 * @param severity how soon somebody has to look
 */
public record Persistence(int times, Duration over, double probability, Severity severity) {
  /**
   * @throws IllegalArgumentException if once were enough, or a number cannot be
   */
  public Persistence {
    if (times < 2 || over.isNegative() || !(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("once is never enough, and nothing is certain");
    }
    if (severity == Severity.RED) {
      throw new IllegalArgumentException("a sensor alone is never red");
    }
  }
}
