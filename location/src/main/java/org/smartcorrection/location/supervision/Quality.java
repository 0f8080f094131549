package org.smartcorrection.location.supervision;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.Wgs84Point;

/**
 * How good a position is, by its source, its sky and its age, and what two sources make of it
 * together. The reported radius holds 68 % of a round normal distribution; devices flatter
 * themselves, networks more than satellites.
 */
final class Quality {
  private static final double RADIUS_IN_SIGMAS = 1.5095921854516636; // sqrt(-2 ln 0.32)
  private static final double RANGE_ERROR_METRES = 4; // of one satellite, for the dilution
  private static final double TOGETHER_SECONDS = 20;
  private static final double WALK = 1.5; // metres a second between two sources
  private static final double COMPATIBLE_SIGMAS = 3;
  private static final double MOVING = 0.5; // metres a second

  private final SupervisionRules rules;

  Quality(SupervisionRules rules) {
    this.rules = rules;
  }

  /**
   * Whether it is the last position under a new time: devices without a sky send what they knew,
   * and it is as old as when they knew it. It proves nobody's presence and confirms no departure. A
   * satellite position that was measured anew differs, if by a centimetre, unless the device holds
   * it because it rests, which it says by its speed or its motion sensor.
   */
  static boolean isStale(Report report, Fix fix, @Nullable Seen last) {
    return last != null
        && fix.source() == FixSource.GNSS
        && last.source() == FixSource.GNSS
        && fix.point().equals(last.point())
        && !report.signs().isNot(Sign.MOVED)
        && fix.speedMetresPerSecond().orElse(MOVING) >= MOVING;
  }

  /** Why a position is not used, whatever came before it; null if it can be. */
  @Nullable LeftOutReason flaw(Report report, Fix fix) {
    if (report.signs().is(Sign.MOCKED)) return LeftOutReason.MADE_BY_SOFTWARE;
    if (fix.source() == FixSource.CELL) return LeftOutReason.CELL_ONLY;
    if (fix.accuracyMetres() > rules.ground().usableAccuracyMetres()) {
      return LeftOutReason.TOO_INACCURATE;
    }
    if (fix.source() == FixSource.GNSS
        && report.sky().isPresent()
        && report.sky().get().satellites().orElse(Integer.MAX_VALUE) < rules.fewestSatellites()) {
      return LeftOutReason.TOO_FEW_SATELLITES;
    }
    return null;
  }

  /** The standard deviation of a position along any line, in metres. */
  double sigma(Report report, Fix fix) {
    double radius = Math.max(fix.accuracyMetres(), rules.ground().smallestAccuracyMetres());
    double sigma = radius / RADIUS_IN_SIGMAS * flattery(fix.source());
    if (fix.source() == FixSource.GNSS && report.sky().isPresent()) {
      return Math.max(sigma, report.sky().get().dilution().orElse(0) * RANGE_ERROR_METRES);
    }
    return sigma;
  }

  private static double flattery(FixSource source) {
    return switch (source) {
      case GNSS -> 1.2;
      case WIFI, UNKNOWN -> 1.5;
      case CELL, MANUAL -> 1;
    };
  }

  /**
   * A position and the one before it taken together by their variances, if they are of different
   * sources, of about one moment, and do not contradict each other. Positions of one source have
   * their errors in common and gain nothing.
   */
  Seen fused(Seen fix, @Nullable Seen before) {
    if (before == null || before.source() == fix.source()) return fix;
    double seconds = before.secondsTo(fix.time());
    if (seconds > TOGETHER_SECONDS) return fix;
    double aged = Math.hypot(before.sigmaMetres(), WALK * seconds);
    double apart = fix.point().metresTo(before.point());
    if (apart > COMPATIBLE_SIGMAS * Math.hypot(aged, fix.sigmaMetres())) return fix;
    double weight = 1 / (fix.sigmaMetres() * fix.sigmaMetres());
    double other = 1 / (aged * aged);
    double share = other / (weight + other);
    Wgs84Point a = fix.point();
    Wgs84Point b = before.point();
    return new Seen(
        fix.time(),
        new Wgs84Point(
            a.latitude() + share * (b.latitude() - a.latitude()),
            a.longitude() + share * (b.longitude() - a.longitude())),
        1 / Math.sqrt(weight + other),
        fix.source());
  }
}
