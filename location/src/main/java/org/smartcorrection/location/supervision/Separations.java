package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.supervision.Observation.Phase;

/**
 * Whether the device is with the person (Measures 37): the worn sensor, a device that lies still as
 * nobody lies who wears it, one that lies on the charger for too long, the strap, and above all the
 * person themselves shown to be elsewhere (CCL 26). They are taken together into one question.
 * There is no pulse and no other measure of the body in it.
 */
final class Separations {
  private static final long MORNING = 9 * 3_600;
  private static final long NIGHT = 22 * 3_600 + 1_800;
  private static final double STRAP = 0.6;
  private static final double ELSEWHERE = 0.97;
  private static final double COMPARED_SECONDS = 600;
  private static final double DRIVE = 8; // metres a second, over a few minutes in a town
  private static final double BESIDE_METRES = 150;
  private static final double GOOD_METRES = 50;
  private static final double TRAVELLED_METRES = 80;
  private static final Persistence BROKEN =
      new Persistence(6, Duration.ofMinutes(3), 0.9, Severity.BLUE);
  private static final long BROKEN_SECONDS = 14 * 86_400;

  void heard(Draft draft, Report report) {
    SupervisionRules rules = draft.rules();
    Instant at = report.time();
    Signs signs = report.signs();
    hold(draft, signs, Sign.WORN, Condition.UNWORN, at, rules.unworn());
    boolean lies = signs.isNot(Sign.MOVED) && !isBroken(draft, at);
    if (lies || signs.is(Sign.MOVED)) {
      draft.hold(Condition.STILL, lies, at, stillness(draft, at));
      draft.hold(Condition.CHARGING, lies && signs.is(Sign.CHARGING), at, rules.charging());
    }
    conclude(draft, at, false, List.of());
  }

  /** The same sign as a doubt: what was said not to be so. */
  private static void hold(
      Draft draft, Signs signs, Sign sign, Condition condition, Instant at, Persistence rule) {
    if (signs.isNot(sign)) draft.hold(condition, true, at, rule);
    else if (signs.is(sign)) draft.hold(condition, false, at, rule);
  }

  /** By day nobody lies still for an hour; who lay down at night may. */
  private static Persistence stillness(Draft draft, Instant at) {
    Held known = draft.get(Condition.STILL);
    long now = Schedule.secondOfDay(at);
    boolean day = now >= MORNING && now < NIGHT;
    if (day && known != null) {
      day = at.getEpochSecond() - known.since().getEpochSecond() <= now - MORNING;
    }
    return day ? draft.rules().stillByDay() : draft.rules().stillByNight();
  }

  private static boolean isBroken(Draft draft, Instant at) {
    Held broken = draft.get(Condition.MOTION_BROKEN);
    return broken != null
        && broken.counts()
        && at.getEpochSecond() - broken.since().getEpochSecond() < BROKEN_SECONDS;
  }

  /** A device that travels and says that it was not moved has a motion sensor that is not asked. */
  void travelled(Draft draft, Report report, Seen fix) {
    Seen used = draft.used;
    if (used == null
        || fix.source() != FixSource.GNSS
        || used.point().metresTo(fix.point()) < TRAVELLED_METRES
        || used.secondsTo(fix.time()) > 120) return;
    if (report.signs().isNot(Sign.MOVED)) {
      if (draft.counts(Condition.MOTION_BROKEN)) {
        draft.set(Condition.MOTION_BROKEN, Held.first(report.time()).counting());
      } else {
        draft.hold(Condition.MOTION_BROKEN, true, report.time(), BROKEN);
      }
      if (draft.counts(Condition.MOTION_BROKEN)) draft.set(Condition.STILL, null);
    } else if (report.signs().is(Sign.MOVED)) {
      draft.set(Condition.MOTION_BROKEN, null);
    }
  }

  /** The person was shown to be somewhere: is the device there as well? */
  void verified(Draft draft, Verification verification) {
    Seen used = draft.used;
    if (used == null) return;
    double seconds = used.secondsTo(verification.time());
    if (seconds > COMPARED_SECONDS) return;
    double sigma = Math.hypot(used.sigmaMetres(), verification.accuracyMetres());
    double apart = used.point().metresTo(verification.point());
    boolean elsewhere = apart > 3 * sigma + DRIVE * seconds + BESIDE_METRES;
    if (!elsewhere) {
      draft.set(Condition.ELSEWHERE, null);
      conclude(draft, verification.time(), false, List.of());
      return;
    }
    if (draft.get(Condition.ELSEWHERE) == null) {
      draft.set(Condition.ELSEWHERE, Held.first(verification.time()).counting());
    }
    boolean good =
        used.source() == FixSource.GNSS
            && used.sigmaMetres() < GOOD_METRES
            && verification.accuracyMetres() < GOOD_METRES;
    var fix =
        new UsedFix(used.time(), used.point(), used.sigmaMetres(), used.source(), apart, ELSEWHERE);
    conclude(draft, verification.time(), good, List.of(fix));
  }

  private static void conclude(Draft draft, Instant at, boolean red, List<UsedFix> evidence) {
    SupervisionRules rules = draft.rules();
    int why = 0;
    double not = 1;
    if (draft.counts(Condition.UNWORN)) {
      why |= Reason.NOT_WORN.bit();
      not *= 1 - rules.unworn().probability();
    }
    if (draft.counts(Condition.STILL)) {
      why |= Reason.STILL.bit();
      not *= 1 - rules.stillByDay().probability();
    }
    if (draft.counts(Condition.CHARGING)) {
      why |= Reason.ON_CHARGER.bit();
      not *= 1 - rules.charging().probability();
    }
    if (draft.counts(Condition.STRAP)) {
      why |= Reason.STRAP.bit();
      not *= 1 - STRAP;
    }
    if (draft.counts(Condition.ELSEWHERE)) {
      why |= Reason.VERIFIED_ELSEWHERE.bit();
      not *= 1 - ELSEWHERE;
    }
    Held known = draft.get(Condition.SEPARATED);
    if (known == null && 1 - not >= rules.separatedFrom()) {
      draft.set(Condition.SEPARATED, Held.first(at).counting());
      draft.separatedBy = why;
      tell(draft, Phase.RAISED, at, at, 1 - not, red, why, evidence);
    } else if (known != null && why == 0) {
      draft.set(Condition.SEPARATED, null);
      tell(
          draft,
          Phase.ENDED,
          known.since(),
          at,
          rules.separatedFrom(),
          false,
          draft.separatedBy,
          evidence);
      draft.separatedBy = 0;
    } else if (known != null && red && (draft.separatedBy & Reason.VERIFIED_ELSEWHERE.bit()) == 0) {
      draft.separatedBy |= why;
      tell(draft, Phase.CONFIRMED, known.since(), at, 1 - not, true, why, evidence);
    }
  }

  private static void tell(
      Draft draft,
      Phase phase,
      Instant since,
      Instant at,
      double probability,
      boolean red,
      int why,
      List<UsedFix> evidence) {
    draft.observe(
        Kind.SEPARATED,
        phase,
        "",
        since,
        at,
        probability,
        red ? Severity.RED : Severity.AMBER,
        why,
        evidence,
        List.of());
  }
}
