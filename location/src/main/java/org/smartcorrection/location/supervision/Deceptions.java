package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.Draft.Turn;
import org.smartcorrection.location.supervision.Observation.Phase;

/**
 * Positions that are not the device's own: put in by software, contradicted by networks, sent
 * before, or too smooth; and clocks that are not ours. Each has to go on before it is asked about.
 */
final class Deceptions {
  private static final double TOGETHER_SECONDS = 60;
  private static final double MOVED_NETWORK_METRES = 300;
  private static final double DRIVE = 30; // metres a second
  private static final double STEP_METRES = 5;
  private static final double WALK = 0.5;
  private static final double STEP_SECONDS = 90;
  private static final int PRINTED_OF = 16;
  private static final int MATCHES = 2;
  private static final int MOST_MATCHES = 4;
  private static final int TREMOR_COUNTS = 4;
  private static final Persistence REPLAY = new Persistence(2, Duration.ZERO, 0.97, Severity.AMBER);
  private static final Persistence SMOOTH = new Persistence(2, Duration.ZERO, 0.9, Severity.AMBER);

  /** What needs no position. */
  void heard(Draft draft, Report report) {
    SupervisionRules rules = draft.rules();
    Tampering.sign(draft, report, Sign.MOCKED, Condition.MOCKED, Kind.MOCKED, rules.mocking());
    if (report.clockAheadSeconds().isEmpty()) return;
    boolean off = Math.abs(report.clockAheadSeconds().getAsInt()) > rules.clockOff().toSeconds();
    Held known = draft.get(Condition.CLOCK);
    Turn turn = draft.hold(Condition.CLOCK, off, report.time(), rules.clock());
    Tampering.tell(draft, turn, known, report.time(), Kind.CLOCK_DRIFT, rules.clock());
  }

  /**
   * What a position says; before it is weighed, so that the last ones are still those before it.
   */
  void seen(Draft draft, Seen fix) {
    if (fix.source() != FixSource.GNSS) {
      if (fix.source() != FixSource.MANUAL) draft.network = fix;
      return;
    }
    compareSources(draft, fix);
    compareJourneys(draft, fix);
    compareSteps(draft, fix);
  }

  private static void compareSources(Draft draft, Seen fix) {
    Seen network = draft.network;
    if (network == null) return;
    double seconds = network.secondsTo(fix.time());
    if (seconds > TOGETHER_SECONDS) return;
    double apart = fix.point().metresTo(network.point());
    double most =
        3 * Math.hypot(fix.sigmaMetres(), network.sigmaMetres())
            + DRIVE * seconds
            + MOVED_NETWORK_METRES;
    Persistence rule = draft.rules().sources();
    Held known = draft.get(Condition.SOURCES);
    Turn turn = draft.hold(Condition.SOURCES, apart > most, fix.time(), rule);
    Tampering.tell(draft, turn, known, fix.time(), Kind.SOURCES_DISAGREE, rule);
    draft.network = null; // one comparison each
  }

  /**
   * One of sixteen steps, chosen by what it is and not by when, leaves a print; the same step sent
   * again is chosen again. Digit by digit no journey is ever made twice.
   */
  private static void compareJourneys(Draft draft, Seen fix) {
    int print = print(fix.point());
    int before = draft.lastPrints;
    Seen used = draft.used;
    if (used == null
        || print == before
        || draft.counts(Condition.TRAVEL)
        || used.point().metresTo(fix.point()) < STEP_METRES) return;
    draft.lastPrints = print;
    int step = mix(before * 31 + print);
    if (before == 0 || Math.floorMod(step, PRINTED_OF) != 0) return;
    boolean known = false;
    for (int earlier : draft.prints) known |= earlier == step;
    if (known) {
      draft.matched = Math.min(MOST_MATCHES, draft.matched + 1);
      if (draft.matched >= MATCHES) begin(draft, Condition.REPLAYED, Kind.REPLAYED, fix, REPLAY);
      return;
    }
    draft.matched = Math.max(0, draft.matched - 1);
    if (draft.matched == 0) end(draft, Condition.REPLAYED, Kind.REPLAYED, fix, REPLAY);
    int size = Math.min(SupervisionState.PRINTS, draft.prints.length + 1);
    draft.prints = Arrays.copyOf(draft.prints, size);
    draft.prints[draft.printed % SupervisionState.PRINTS] = step;
    draft.printed = (draft.printed + 1) % SupervisionState.PRINTS;
  }

  private static int print(Wgs84Point point) {
    long bits =
        Double.doubleToLongBits(point.latitude()) * 31 + Double.doubleToLongBits(point.longitude());
    return mix(Long.hashCode(bits * 0x9e3779b97f4a7c15L)) | 1;
  }

  private static int mix(int value) {
    int mixed = (value ^ (value >>> 16)) * 0x7feb352d;
    mixed = (mixed ^ (mixed >>> 15)) * 0x846ca68b;
    return mixed ^ (mixed >>> 16);
  }

  /** Three positions of a moving receiver never lie where a ruler would put them. */
  private static void compareSteps(Draft draft, Seen fix) {
    Seen a = draft.before;
    Seen b = draft.used;
    if (a == null || b == null || a.source() != FixSource.GNSS || b.source() != FixSource.GNSS) {
      return;
    }
    double first = a.secondsTo(b.time());
    double second = b.secondsTo(fix.time());
    if (second > STEP_SECONDS || first > STEP_SECONDS || first + second <= 0) return;
    if (b.point().metresTo(fix.point()) < WALK * second
        || a.point().metresTo(b.point()) < WALK * first) return;
    double share = first / (first + second);
    Wgs84Point ruled =
        new Wgs84Point(
            a.point().latitude() + share * (fix.point().latitude() - a.point().latitude()),
            a.point().longitude() + share * (fix.point().longitude() - a.point().longitude()));
    int steps = draft.rules().smoothSteps();
    if (ruled.metresTo(b.point()) < draft.rules().smoothMetres()) {
      draft.smooth = Math.min(2 * steps, draft.smooth + 1);
      if (draft.smooth >= steps) begin(draft, Condition.SMOOTH, Kind.TOO_SMOOTH, fix, SMOOTH);
    } else {
      draft.smooth = Math.max(0, draft.smooth - TREMOR_COUNTS);
      if (draft.smooth == 0) end(draft, Condition.SMOOTH, Kind.TOO_SMOOTH, fix, SMOOTH);
    }
  }

  static void begin(Draft draft, Condition condition, Kind kind, Seen fix, Persistence rule) {
    if (draft.get(condition) != null) return;
    draft.set(condition, Held.first(fix.time()).counting());
    draft.observe(kind, Phase.RAISED, fix.time(), fix.time(), rule, Reason.MOVED);
  }

  static void end(Draft draft, Condition condition, Kind kind, Seen fix, Persistence rule) {
    @Nullable Held known = draft.get(condition);
    if (known == null) return;
    draft.set(condition, null);
    draft.observe(kind, Phase.ENDED, known.since(), fix.time(), rule, Reason.MOVED);
  }

  /** Whether satellite positions are in doubt. */
  static boolean doubted(Draft draft, FixSource source) {
    return source == FixSource.GNSS
        && (draft.counts(Condition.SOURCES)
            || draft.counts(Condition.REPLAYED)
            || draft.counts(Condition.SMOOTH));
  }

  /**
   * Whether a position may turn out not to be the device's own, so that it brings nobody across a
   * border by itself yet. A suspicion ends with the next step or with resting, or after the time in
   * which it would have become knowledge: nobody's departure is lost by it.
   */
  static boolean suspected(Draft draft, Seen fix) {
    if (fix.source() != FixSource.GNSS) return false;
    Seen used = draft.used;
    boolean steps = used != null && used.point().metresTo(fix.point()) >= STEP_METRES;
    if (steps && (draft.smooth > 0 || draft.matched > 0)) return true;
    Held contradicted = draft.get(Condition.SOURCES);
    return contradicted != null
        && contradicted.since().plus(draft.rules().sources().over()).isAfter(fix.time());
  }
}
