package org.smartcorrection.location;

import java.time.Instant;
import java.util.Optional;

/**
 * The one place that decides whether a position may be kept (CCL 26, 29; M32, L16a). What it
 * refuses is counted by reason and dropped.
 */
public final class Gate {
  private Gate() {}

  /**
   * Decides about what a device says of one moment.
   *
   * @param device a dedicated device needs a live ground; everything else gives single points, with
   *     or without a ground
   * @param ground the person's latest positioning ground, live or not
   * @param caps of the person's plan
   * @param countsToday verification points already kept on the legal day of now
   * @param countsWeek verification points already kept in the week of now
   * @param time when the device measured
   * @param now the receiver's time
   */
  public static Decision decide(
      DeviceKind device,
      Optional<PositioningGround> ground,
      VerificationCaps caps,
      int countsToday,
      int countsWeek,
      Instant time,
      Instant now) {
    return switch (device) {
      case DEDICATED -> decideGround(ground, time, now);
      case PHONE -> decideVerification(caps, countsToday, countsWeek);
    };
  }

  private static Decision decideGround(
      Optional<PositioningGround> ground, Instant time, Instant now) {
    if (ground.isEmpty()) return refused(Decision.Reason.NO_GROUND);
    PositioningGround approved = ground.get();
    // both times count: what was measured before the ground was never lawful to collect, and once
    // the ground has ended collection stops, also of what the device still holds
    if (time.isBefore(approved.approvedAt()) || now.isBefore(approved.approvedAt())) {
      return refused(Decision.Reason.BEFORE_GROUND);
    }
    if (!now.isBefore(approved.end()) || !time.isBefore(approved.end())) {
      return refused(
          approved.end().isBefore(approved.endsAt())
              ? Decision.Reason.GROUND_LIFTED
              : Decision.Reason.GROUND_EXPIRED);
    }
    return new Decision.Admitted(new Decision.UnderGround(approved.ground()));
  }

  private static Decision decideVerification(
      VerificationCaps caps, int countsToday, int countsWeek) {
    if (countsToday >= caps.perDay()) return refused(Decision.Reason.DAY_CAP_REACHED);
    if (countsWeek >= caps.perWeek()) return refused(Decision.Reason.WEEK_CAP_REACHED);
    return new Decision.Admitted(new Decision.AsVerification(countsToday + 1, countsWeek + 1));
  }

  private static Decision refused(Decision.Reason reason) {
    return new Decision.Refused(reason);
  }

  /** Whether a fix may be kept, and why. */
  public sealed interface Decision {
    /** It may. */
    record Admitted(Why why) implements Decision {}

    /** It may not: count the reason, keep nothing of the fix. */
    record Refused(Reason reason) implements Decision {}

    /** On what a fix is kept. */
    sealed interface Why {}

    /** As part of a track, on a live ground. */
    record UnderGround(Article29Ground ground) implements Why {}

    /** As one point that answers one verification, kept apart and never joined into a track. */
    record AsVerification(int ofTheDay, int ofTheWeek) implements Why {}

    /** Why a fix is not kept. */
    enum Reason {
      /** A dedicated device without a positioning ground. */
      NO_GROUND,
      /** Measured or received before the ground was approved. */
      BEFORE_GROUND,
      /** Measured or received after the ground ended. */
      GROUND_EXPIRED,
      /** Measured or received after the ground was lifted early. */
      GROUND_LIFTED,
      /** The plan's points of the day are used up. */
      DAY_CAP_REACHED,
      /** The plan's points of the week are used up. */
      WEEK_CAP_REACHED
    }
  }
}
