package org.smartcorrection.location.supervision;

import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.UsedFix;

/**
 * Whether networks agree among themselves. A wireless network whose owner has moved house puts
 * people where it used to be, for as long as they are near it; masts do not move. They are too
 * coarse to bring anybody across a border, and good enough to say that somebody is not ten
 * kilometres away. One of them alone can be wrong as well.
 */
final class Networks {
  private static final double RADIUS_IN_SIGMAS = 1.5095921854516636; // sqrt(-2 ln 0.32)
  private static final double SIGMAS = 4;
  private static final int FEWEST = 2;

  private Networks() {}

  /** Whether masts speak against a suspicion that rests on networks alone. */
  static boolean contradict(Crossing suspicious) {
    UsedFix seen = suspicious.evidence().getLast();
    for (UsedFix fix : suspicious.evidence()) {
      if (fix.source() == FixSource.GNSS) return false;
    }
    int elsewhere = 0;
    int masts = 0;
    for (LeftOutFix fix : suspicious.leftOut()) {
      if (fix.reason() != LeftOutReason.CELL_ONLY) continue;
      masts++;
      if (isElsewhere(fix, seen)) elsewhere++;
    }
    return elsewhere >= FEWEST && 2 * elsewhere > masts;
  }

  private static boolean isElsewhere(LeftOutFix mast, UsedFix seen) {
    double radius = Math.hypot(mast.accuracyMetres(), seen.accuracyMetres());
    return mast.point().metresTo(seen.point()) > SIGMAS * radius / RADIUS_IN_SIGMAS;
  }
}
