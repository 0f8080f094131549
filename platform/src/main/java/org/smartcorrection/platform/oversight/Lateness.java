package org.smartcorrection.platform.oversight;

import java.time.Duration;
import org.smartcorrection.platform.shell.Text;

/** By how long something is late, in the largest unit that says it. */
final class Lateness {
  private Lateness() {}

  static Text of(Duration late) {
    long days = late.toDays();
    if (days > 1) return Text.of("oversight.days", days);
    if (days == 1) return Text.of("oversight.day");
    long hours = late.toHours();
    return hours > 1 ? Text.of("oversight.hours", hours) : Text.of("oversight.hour");
  }
}
