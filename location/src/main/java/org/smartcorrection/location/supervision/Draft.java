package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;

/**
 * A state while one message or one stretch of time works on it: it never leaves {@link
 * Supervision}. One copy a message instead of one for each detector.
 */
final class Draft {
  /** For a state that is only read. */
  static final Terms NO_TERMS = new Terms(Optional.empty(), List.of(), List.of(), List.of());

  private final SupervisionRules rules;
  final Terms terms;

  @Nullable Instant clock;
  @Nullable Instant horizon;
  @Nullable Seen last;
  @Nullable Seen used;
  @Nullable Seen before;
  @Nullable Seen earlier;
  @Nullable Seen network;
  @Nullable Seen jump;
  @Nullable Instant abrupt;
  int jumps;
  Crossing permitted;
  List<Zoned> zones;
  private @Nullable Held[] held;
  private boolean heldIsOurs;
  double usualGap;
  long toleratedUntil;
  int[] prints;
  int printed;
  int lastPrints;
  int matched;
  int smooth;
  int separatedBy;

  @Nullable List<Observation> observations;

  Draft(SupervisionState state, SupervisionRules rules, Terms terms) {
    this.rules = rules;
    this.terms = terms;
    clock = state.clock;
    horizon = state.horizon;
    last = state.last;
    used = state.used;
    before = state.before;
    earlier = state.earlier;
    network = state.network;
    jump = state.jump;
    abrupt = state.abrupt;
    jumps = state.jumps;
    permitted = state.permitted;
    zones = state.zones;
    held = state.held;
    usualGap = state.usualGap;
    toleratedUntil = state.toleratedUntil;
    prints = state.prints;
    printed = state.printed;
    lastPrints = state.lastPrints;
    matched = state.matched;
    smooth = state.smooth;
    separatedBy = state.separatedBy;
  }

  SupervisionState state() {
    return new SupervisionState(this);
  }

  @Nullable Held[] held() {
    return held;
  }

  List<Observation> observations() {
    return observations == null ? List.of() : List.copyOf(observations);
  }

  SupervisionRules rules() {
    return rules;
  }

  @SuppressWarnings("EnumOrdinal") // an array is smaller than a map; the order is stored
  @Nullable Held get(Condition condition) {
    return held[condition.ordinal()];
  }

  boolean counts(Condition condition) {
    Held known = get(condition);
    return known != null && known.counts();
  }

  @SuppressWarnings("EnumOrdinal")
  void set(Condition condition, @Nullable Held now) {
    if (!heldIsOurs) {
      held = Arrays.copyOf(held, held.length);
      heldIsOurs = true;
    }
    held[condition.ordinal()] = now;
  }

  /**
   * A message says whether a condition is so.
   *
   * @return whether it begins to count, ceases to, or neither
   */
  Turn hold(Condition condition, boolean is, Instant at, Persistence rule) {
    Held known = get(condition);
    if (is) {
      if (known != null && known.counts() && known.contrary() == 0) return Turn.NONE;
      Held now = known == null ? Held.first(at) : known.again(at, rule);
      set(condition, now);
      return now.counts() && !(known != null && known.counts()) ? Turn.BEGINS : Turn.NONE;
    }
    if (known == null) return Turn.NONE;
    if (!known.endsNow()) {
      set(condition, known.contradicted());
      return Turn.NONE;
    }
    set(condition, null);
    return known.counts() ? Turn.ENDS : Turn.NONE;
  }

  /** What a message did to a condition. */
  enum Turn {
    NONE,
    BEGINS,
    ENDS
  }

  void observe(
      Kind kind,
      Observation.Phase phase,
      String zone,
      Instant since,
      Instant at,
      double probability,
      Severity severity,
      int reasons,
      List<UsedFix> evidence,
      List<LeftOutFix> leftOut) {
    if (observations == null) observations = new ArrayList<>(2);
    observations.add(
        new Observation(
            kind,
            phase,
            zone,
            since,
            at,
            probability,
            severity,
            reasons(reasons),
            evidence,
            leftOut,
            rules.version()));
  }

  /** What rests on sensors, not on positions. */
  void observe(
      Kind kind, Observation.Phase phase, Instant since, Instant at, Persistence how, Reason why) {
    observe(
        kind,
        phase,
        "",
        since,
        at,
        how.probability(),
        how.severity(),
        why.bit(),
        List.of(),
        List.of());
  }

  static Set<Reason> reasons(int bits) {
    EnumSet<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Reason reason : Reason.values()) {
      if ((bits & reason.bit()) != 0) reasons.add(reason);
    }
    return reasons;
  }
}
