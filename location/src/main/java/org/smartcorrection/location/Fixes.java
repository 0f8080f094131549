package org.smartcorrection.location;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The first look at what a device sent: can this be a position at all? */
public final class Fixes {
  /** A device's clock may be this far ahead of ours. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

  /** Stored points may be delivered this late. */
  public static final Duration LONGEST_STORAGE = Duration.ofDays(31);

  /**
   * Taken where a device gives no accuracy (or 0, which devices send for "not known"): too coarse
   * to be good evidence, fine enough to be used together with others.
   */
  public static final double ASSUMED_ACCURACY_METRES = 100;

  /** Anything coarser says nothing about a county. */
  public static final double COARSEST_ACCURACY_METRES = 100_000;

  private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");
  private static final double FASTEST = 400; // metres a second; nothing people board is faster

  private Fixes() {}

  /**
   * Believes a raw fix or says why not. Nothing is invented: no time, no position. Side values that
   * cannot be (speed -1, battery 255) are dropped, since devices send them for "not known".
   *
   * @param raw as read from the device
   * @param datum in which the place is given; from here on everything is WGS-84
   * @param now the receiver's time
   */
  public static Checked check(RawFix raw, Datum datum, Instant now) {
    if (raw.time().isEmpty()) return new Checked.Refused(RefusedFix.NO_TIME);
    Instant time = raw.time().get();
    if (time.isBefore(YEAR_2000)) return new Checked.Refused(RefusedFix.TIME_BEFORE_2000);
    if (time.isAfter(now.plus(CLOCK_TOLERANCE))) {
      return new Checked.Refused(RefusedFix.TIME_IN_FUTURE);
    }
    if (time.isBefore(now.minus(LONGEST_STORAGE))) {
      return new Checked.Refused(RefusedFix.TIME_TOO_OLD);
    }
    if (raw.latitude().isEmpty() || raw.longitude().isEmpty()) {
      return new Checked.Refused(RefusedFix.NO_POSITION);
    }
    double latitude = raw.latitude().getAsDouble();
    double longitude = raw.longitude().getAsDouble();
    if (!Degrees.isLatitude(latitude)) {
      return new Checked.Refused(RefusedFix.LATITUDE_OUT_OF_RANGE);
    }
    if (!Degrees.isLongitude(longitude)) {
      return new Checked.Refused(RefusedFix.LONGITUDE_OUT_OF_RANGE);
    }
    // receivers without a fix report exactly 0, 0
    if (latitude == 0 && longitude == 0) return new Checked.Refused(RefusedFix.NO_POSITION);
    double accuracy = raw.accuracyMetres().orElse(0);
    if (!(accuracy >= 0 && accuracy <= COARSEST_ACCURACY_METRES)) {
      return new Checked.Refused(RefusedFix.ACCURACY_ABSURD);
    }
    return new Checked.Good(
        new Fix(
            time,
            datum.wgs84(latitude, longitude),
            accuracy == 0 ? ASSUMED_ACCURACY_METRES : accuracy,
            raw.source(),
            within(raw.speedMetresPerSecond(), 0, FASTEST),
            course(raw.courseDegrees()),
            percent(raw.batteryPercent())));
  }

  private static OptionalDouble within(OptionalDouble value, double least, double most) {
    return value.stream().filter(v -> v >= least && v <= most).findFirst();
  }

  private static OptionalDouble course(OptionalDouble degrees) {
    return within(degrees, 0, 360).stream().map(d -> d % 360).findFirst();
  }

  private static OptionalInt percent(OptionalInt percent) {
    return percent.stream().filter(p -> p >= 0 && p <= 100).findFirst();
  }

  /** What became of a raw fix. */
  public sealed interface Checked {
    /** It can be a position. */
    record Good(Fix fix) implements Checked {}

    /** It cannot; the reason is counted, the values are not kept. */
    record Refused(RefusedFix reason) implements Checked {}
  }
}
