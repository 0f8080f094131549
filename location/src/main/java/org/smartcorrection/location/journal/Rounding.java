package org.smartcorrection.location.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Report.Sky;

/**
 * As precisely as a page stores it: milliseconds, a ten-millionth of a degree (about a centimetre),
 * centimetres of accuracy, centimetres a second, hundredths of a degree of course and of a
 * dilution. What is judged is rounded first, so that judging again from the journal gives the same.
 */
public final class Rounding {
  static final double DEGREES = 1e7;
  static final double HUNDREDTHS = 100;
  private static final double LEAST = 1 / HUNDREDTHS;
  private static final double ROUND = 360;

  private Rounding() {}

  /** A report as it can be stored. Doing it twice changes nothing. */
  public static Report of(Report report) {
    Instant time = of(report.time());
    return new Report(
        time,
        report.fix().map(fix -> of(fix, time, report.batteryPercent())),
        report.sky().map(sky -> new Sky(sky.satellites(), above(sky.dilution()))),
        report.signs(),
        report.batteryPercent(),
        report.clockAheadSeconds());
  }

  /** Whole milliseconds. */
  public static Instant of(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static Fix of(Fix fix, Instant time, OptionalInt battery) {
    return new Fix(
        time,
        new Wgs84Point(
            Math.round(fix.point().latitude() * DEGREES) / DEGREES,
            Math.round(fix.point().longitude() * DEGREES) / DEGREES),
        above(fix.accuracyMetres()),
        fix.source(),
        hundredths(fix.speedMetresPerSecond()),
        course(fix.courseDegrees()),
        battery);
  }

  private static double above(double value) {
    return Math.max(LEAST, hundredths(value));
  }

  private static OptionalDouble above(OptionalDouble value) {
    return value.isEmpty() ? value : OptionalDouble.of(above(value.getAsDouble()));
  }

  private static double hundredths(double value) {
    return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
  }

  private static OptionalDouble hundredths(OptionalDouble value) {
    return value.isEmpty() ? value : OptionalDouble.of(hundredths(value.getAsDouble()));
  }

  private static OptionalDouble course(OptionalDouble value) {
    return value.isEmpty() ? value : OptionalDouble.of(hundredths(value.getAsDouble()) % ROUND);
  }
}
