package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.Fixes;
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.RefusedFix;
import org.smartcorrection.location.supervision.Report.Sky;

/** The first look at what a device sent: can this be a report at all? */
public final class Reports {
  private static final int MOST_SATELLITES = 99; // more are not in view; 255 is "not known"
  private static final double WORST_DILUTION = 50; // receivers say 99.99 for "not known"

  private Reports() {}

  /**
   * Believes a raw report or says why not. Nothing is invented: no time, no position, no side
   * value; what devices send for "not known" is dropped. A strap is open whether or not the device
   * knows where it is: without a position a report is good if it says something else, of the
   * sensors or of the battery. A position that cannot be makes the whole message one that cannot be
   * trusted.
   *
   * @param raw as read from the device
   * @param now the receiver's time
   */
  public static Checked check(RawReport raw, Instant now) {
    return switch (Fixes.check(raw.fix(), raw.datum(), now)) {
      case Fixes.Checked.Good(var fix) -> good(raw, fix.time(), Optional.of(fix), now);
      case Fixes.Checked.Refused(var reason) ->
          reason == RefusedFix.NO_POSITION && saysMore(raw)
              ? good(raw, raw.fix().time().orElseThrow(), Optional.empty(), now)
              : new Checked.Refused(reason);
    };
  }

  private static boolean saysMore(RawReport raw) {
    return raw.signs().said() != 0 || battery(raw.fix()).isPresent();
  }

  private static Checked good(RawReport raw, Instant time, Optional<Fix> fix, Instant now) {
    return new Checked.Good(
        new Report(time, fix, sky(raw), raw.signs(), battery(raw.fix()), ahead(raw, now)));
  }

  private static OptionalInt battery(RawFix fix) {
    int percent = fix.batteryPercent().orElse(-1);
    return percent >= 0 && percent <= 100 ? fix.batteryPercent() : OptionalInt.empty();
  }

  private static Optional<Sky> sky(RawReport raw) {
    int count = raw.satellites().orElse(-1);
    double dilution = raw.dilution().orElse(0);
    boolean counted = count >= 0 && count <= MOST_SATELLITES;
    boolean diluted = dilution > 0 && dilution <= WORST_DILUTION;
    if (!counted && !diluted) return Optional.empty();
    return Optional.of(
        new Sky(
            counted ? raw.satellites() : OptionalInt.empty(),
            diluted ? raw.dilution() : OptionalDouble.empty()));
  }

  private static OptionalInt ahead(RawReport raw, Instant now) {
    if (raw.clock().isEmpty()) return OptionalInt.empty();
    long seconds = Duration.between(now, raw.clock().get()).toSeconds();
    return OptionalInt.of(Math.clamp(seconds, -Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  /** What became of a raw report. */
  public sealed interface Checked {
    /** It can be a report. */
    record Good(Report report) implements Checked {}

    /** It cannot; the reason is counted, the values are not kept. */
    record Refused(RefusedFix reason) implements Checked {}
  }
}
