package org.smartcorrection.location.supervision;

import java.time.Duration;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.Severity;

/**
 * Whether a position can be reached from the one before it. One that cannot is a wrong fix; several
 * in a row that agree with each other are a journey that nobody makes: the device is being
 * deceived, or was given away, and its positions are not believed until it is back.
 */
final class Journeys {
  private static final Persistence TRAVEL = new Persistence(2, Duration.ZERO, 0.9, Severity.AMBER);
  private static final double BACK_SHARE = 0.2;
  private static final double FAR_METRES = 5_000;

  private static final double ABRUPT_METRES = 1_000;

  /** After so long where it jumped to, it is simply there. */
  private static final Duration SETTLES = Duration.ofHours(12);

  /** What becomes of a position. */
  enum Reached {
    YES,
    IMPLAUSIBLE,
    OFF_COURSE,
    NOT_BELIEVED
  }

  Reached judge(Draft draft, Seen fix, Fix raw) {
    Seen used = draft.used;
    if (used == null) return Reached.YES;
    Held travel = draft.get(Condition.TRAVEL);
    Seen jump = draft.jump;
    if (travel != null && jump != null) return after(draft, fix, used, jump, travel);
    boolean stays =
        jump != null
            && jump.point().metresTo(used.point()) > FAR_METRES
            && fix.point().metresTo(jump.point()) < fix.point().metresTo(used.point());
    if (!stays && reachable(draft, used, fix, raw)) {
      draft.jump = null;
      draft.jumps = 0;
      if (isAbrupt(draft, used, fix, raw)) draft.abrupt = fix.time();
      return Courses.contradicts(used, fix, raw) ? Reached.OFF_COURSE : Reached.YES;
    }
    draft.jumps = jump != null && reachable(draft, jump, fix, raw) ? draft.jumps + 1 : 1;
    draft.jump = fix;
    if (draft.jumps < draft.rules().ground().agreeingJumps()) return Reached.IMPLAUSIBLE;
    if (fix.source() != FixSource.GNSS || fix.point().metresTo(used.point()) < FAR_METRES) {
      draft.jump = null;
      draft.jumps = 0;
      return Reached.YES;
    }
    Deceptions.begin(draft, Condition.TRAVEL, Kind.IMPOSSIBLE_TRAVEL, fix, TRAVEL);
    return Reached.NOT_BELIEVED;
  }

  private static Reached after(Draft draft, Seen fix, Seen used, Seen jump, Held travel) {
    double away = jump.point().metresTo(used.point());
    boolean back =
        fix.point().metresTo(used.point()) < BACK_SHARE * away
            && fix.point().metresTo(jump.point()) > FAR_METRES;
    // networks go on telling the truth while satellites are made to lie: they end nothing
    if (back && fix.source() != FixSource.GNSS) return Reached.YES;
    if (back || travel.since().plus(SETTLES).isBefore(fix.time())) {
      Deceptions.end(draft, Condition.TRAVEL, Kind.IMPOSSIBLE_TRAVEL, fix, TRAVEL);
      draft.jump = null;
      draft.jumps = 0;
      return Reached.YES;
    }
    return Reached.NOT_BELIEVED;
  }

  /** Faster than cars: possible by train, and more often a wrong fix or a lie. */
  private static boolean isAbrupt(Draft draft, Seen from, Seen fix, Fix raw) {
    double least =
        from.point().metresTo(fix.point()) - 2 * from.sigmaMetres() - raw.accuracyMetres();
    return least > ABRUPT_METRES
        && least > draft.rules().abruptSpeed() * from.secondsTo(fix.time());
  }

  private static boolean reachable(Draft draft, Seen from, Seen fix, Fix raw) {
    double least =
        from.point().metresTo(fix.point()) - 2 * from.sigmaMetres() - raw.accuracyMetres();
    return least <= draft.rules().ground().fastest() * from.secondsTo(fix.time());
  }
}
