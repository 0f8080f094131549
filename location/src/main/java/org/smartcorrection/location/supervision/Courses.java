package org.smartcorrection.location.supervision;

import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.LocalFrame.Offset;

/**
 * Whether a position lies where the device said that it was heading. Receivers measure course and
 * speed by other means than the place: a reflection between houses moves the one and not the other.
 * Only somebody fast has a course worth the name, and only for a few seconds: whoever turns could
 * have gone anywhere later. So a device whose course is always wrong loses a position or two and
 * never a journey.
 */
final class Courses {
  private static final double FAST = 8; // metres a second
  private static final double LONGEST_SECONDS = 10;
  private static final double COURSE_SIGMA_DEGREES = 8;
  private static final double SIGMAS = 3;

  /** What tyres hold sideways, metres a second squared. */
  private static final double SIDEWAYS = 4;

  private Courses() {}

  static boolean contradicts(Seen from, Seen to, Fix said) {
    if (said.courseDegrees().isEmpty() || said.speedMetresPerSecond().isEmpty()) return false;
    if (from.source() != FixSource.GNSS || to.source() != FixSource.GNSS) return false;
    double speed = said.speedMetresPerSecond().getAsDouble();
    double seconds = from.secondsTo(to.time());
    if (speed < FAST || seconds > LONGEST_SECONDS) return false;
    Offset moved = new LocalFrame(from.point()).offsetOf(to.point());
    double error = SIGMAS * Math.hypot(from.sigmaMetres(), to.sigmaMetres());
    if (moved.length() <= error) return false;
    double bearing = Math.toDegrees(Math.atan2(moved.east(), moved.north()));
    double apart = Math.abs(Math.IEEEremainder(bearing - said.courseDegrees().getAsDouble(), 360));
    // the chord of a bend deviates by half of the bend from where it ends
    double bend = Math.toDegrees(SIDEWAYS / speed * seconds / 2);
    double unsure = Math.toDegrees(Math.asin(error / moved.length()));
    return apart > bend + unsure + SIGMAS * COURSE_SIGMA_DEGREES;
  }
}
