package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.Wgs84Point;

/**
 * Devices that are not heard (CCL 30, L24). How long each is usually silent is learned from its own
 * gaps, except from those that began in an approved dead zone. The hour at which a silence counts
 * follows from the last message alone, so that asking more often finds nothing earlier. A departure
 * that was seen clearly once is not lost because the device died.
 */
final class Silences {
  private static final Persistence OFFLINE = new Persistence(2, Duration.ZERO, 0.9, Severity.AMBER);
  private static final double USUAL_SHARE = 0.99;
  private static final double LEARNED_TIMES = 3;
  private static final double STEP_SECONDS = 20;
  private static final double NEAR_DEAD_ZONE_METRES = 400;
  private static final double AFTER_SILENCE = 0.9;

  private final Expectation expectation;
  private final Crossings crossings;

  Silences(SupervisionRules rules, Crossings crossings) {
    this.expectation = rules.silence();
    this.crossings = crossings;
  }

  /** When the device counts as offline if nothing comes; empty if it does already. */
  Optional<Instant> deadline(Draft draft) {
    Instant clock = draft.clock;
    if (clock == null || draft.get(Condition.OFFLINE) != null) return Optional.empty();
    double learned =
        Math.clamp(
            LEARNED_TIMES * draft.usualGap,
            (double) expectation.silence().toSeconds(),
            (double) expectation.longestSilence().toSeconds());
    long last = clock.getEpochSecond();
    return Optional.of(
        Instant.ofEpochSecond(Math.max(last + (long) learned, draft.toleratedUntil)));
  }

  /** Lets time pass until an instant without a word. */
  void pass(Draft draft, Instant now) {
    Optional<Instant> deadline = deadline(draft);
    if (deadline.isEmpty() || deadline.get().isAfter(now)) return;
    Instant at = deadline.get();
    Instant since = Objects.requireNonNull(draft.clock);
    draft.set(Condition.OFFLINE, Held.first(since).counting());
    draft.horizon = at;
    boolean deadZone = draft.toleratedUntil > since.getEpochSecond();
    draft.observe(
        Kind.OFFLINE,
        Observation.Phase.RAISED,
        since,
        at,
        OFFLINE,
        deadZone ? Reason.LEFT_DEAD_ZONE : Reason.SILENT_SINCE);
    Optional<UsedFix> clear = crossings.lastClear(draft.permitted);
    if (clear.isEmpty()) return;
    UsedFix fix = clear.get();
    Crossing crossing = draft.permitted;
    draft.observe(
        Kind.LEFT_PERMITTED_AREA,
        Observation.Phase.RAISED,
        "",
        fix.time(),
        at,
        Math.min(AFTER_SILENCE, fix.probabilityOutside()),
        Severity.AMBER,
        Reason.SILENT_SINCE.bit(),
        crossing.evidence(),
        crossing.leftOut());
    draft.permitted =
        crossing.wrong(fix.time(), Severity.AMBER, fix.point(), crossing.evidence()).asTold();
  }

  /** Something is heard again. */
  void heard(Draft draft, Instant at) {
    Instant clock = draft.clock;
    Held offline = draft.get(Condition.OFFLINE);
    if (offline != null) {
      draft.set(Condition.OFFLINE, null);
      draft.observe(
          Kind.OFFLINE, Observation.Phase.ENDED, offline.since(), at, OFFLINE, Reason.DEVICE_SAYS);
    }
    if (clock != null && draft.toleratedUntil <= clock.getEpochSecond()) {
      double gap = Duration.between(clock, at).toMillis() / 1_000.0;
      double up = STEP_SECONDS * USUAL_SHARE;
      double down = STEP_SECONDS * (1 - USUAL_SHARE);
      draft.usualGap = Math.max(0, draft.usualGap + (gap > draft.usualGap ? up : -down));
    }
    draft.toleratedUntil = 0;
  }

  /** A silence that begins here is explained for a while. */
  void tolerate(Draft draft, Wgs84Point point, Instant at) {
    List<DeadZone> zones = draft.terms.deadZones();
    if (zones.isEmpty()) return;
    for (int i : draft.terms.deadNear(point, NEAR_DEAD_ZONE_METRES)) {
      DeadZone zone = zones.get(i);
      if (zone.area().signedDistanceMetres(point) > NEAR_DEAD_ZONE_METRES) continue;
      draft.toleratedUntil =
          Math.max(draft.toleratedUntil, at.plus(zone.longest()).getEpochSecond());
    }
  }
}
