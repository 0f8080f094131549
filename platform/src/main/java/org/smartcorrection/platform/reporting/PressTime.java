package org.smartcorrection.platform.reporting;

import java.time.Duration;
import java.time.Instant;

/**
 * When a press that was kept on a phone counts. A phone without signal loses nobody their time; a
 * phone whose clock is wrong, or a press from days ago, counts from when it arrived.
 *
 * @param at the moment that counts
 * @param own whether it is the phone's
 */
public record PressTime(Instant at, boolean own) {
  /** How long a kept press holds its own time (our rule). */
  public static final Duration LONGEST = Duration.ofDays(3);

  /** A phone's clock may be ahead by this much and is still believed to mean now. */
  private static final Duration SLACK = Duration.ofMinutes(2);

  public static PressTime of(Instant pressed, Instant arrived) {
    if (pressed.isBefore(arrived.minus(LONGEST))) return new PressTime(arrived, false);
    if (pressed.isAfter(arrived.plus(SLACK))) return new PressTime(arrived, false);
    return new PressTime(pressed.isAfter(arrived) ? arrived : pressed, true);
  }
}
