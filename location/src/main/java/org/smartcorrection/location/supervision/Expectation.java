package org.smartcorrection.location.supervision;

import java.time.Duration;

/**
 * How often a device is expected to be heard.
 *
 * @param silence after so long without a word it is offline, however regular it was before
 * @param longestSilence and at the latest after so long, however irregular it was
 */
public record Expectation(Duration silence, Duration longestSilence) {
  /** Twenty minutes, ninety at most. */
  public static final Expectation STANDARD =
      new Expectation(Duration.ofMinutes(20), Duration.ofMinutes(90));

  /**
   * @throws IllegalArgumentException if it is not above zero or the longest is shorter
   */
  public Expectation {
    if (!silence.isPositive() || longestSilence.compareTo(silence) < 0) {
      throw new IllegalArgumentException("a device may be silent for a while");
    }
  }
}
