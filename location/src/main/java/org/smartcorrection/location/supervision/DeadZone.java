package org.smartcorrection.location.supervision;

import java.time.Duration;
import org.smartcorrection.location.Area;

/**
 * Ground where devices are known to fall silent, such as a tunnel or a mine: approved by the
 * agency, so that nothing is made of a silence that begins there, and nothing is learned from it.
 *
 * @param id of the approval
 * @param area where
 * @param longest how long a silence is explained by it
 */
public record DeadZone(String id, Area area, Duration longest) {
  private static final Duration MOST = Duration.ofHours(12);

  /**
   * @throws IllegalArgumentException if it explains nothing, or more than twelve hours
   */
  public DeadZone {
    if (!longest.isPositive() || longest.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("a dead zone explains a silence of up to twelve hours");
    }
  }
}
