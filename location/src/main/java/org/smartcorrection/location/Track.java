package org.smartcorrection.location;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.smartcorrection.location.Finding.Cause;
import org.smartcorrection.location.Finding.DepartureConfirmed;
import org.smartcorrection.location.Finding.LeftPermittedArea;
import org.smartcorrection.location.Finding.ReturnedToPermittedArea;
import org.smartcorrection.location.TrackState.Jump;
import org.smartcorrection.location.TrackState.Place;
import org.smartcorrection.location.TrackState.Presence;

/**
 * Judges one person's fixes, one after the other: the state so far and a fix give the next state
 * and what was found. Pure and deterministic: the same fixes give the same findings, on any machine
 * and in any process.
 */
public final class Track {
  private final FindingRules rules;
  private final Sureness sureness;

  /** Judges by these rules. */
  public Track(FindingRules rules) {
    this.rules = rules;
    this.sureness = new Sureness(rules);
  }

  /**
   * Judges the next fix. Late and repeated fixes are named so and change nothing; every other fix
   * is weighed or left out with a reason.
   *
   * @param area what is permitted now; of it, what held at the fix's time counts
   */
  public Step advance(TrackState state, Fix fix, PermittedArea area) {
    if (state.last().isPresent() && !fix.time().isAfter(state.last().get().time())) {
      return new Step(state, LeftOutFix.of(fix, outOfOrder(state.last().get(), fix)), List.of());
    }
    TrackState seen = state.seen(Place.of(fix));
    if (fix.source() == FixSource.CELL) return leaveOut(seen, fix, LeftOutReason.CELL_ONLY);
    if (fix.accuracyMetres() > rules.usableAccuracyMetres()) {
      return leaveOut(seen, fix, LeftOutReason.TOO_INACCURATE);
    }
    OptionalDouble metresOutside = area.signedDistanceMetres(fix.point(), fix.time());
    if (metresOutside.isEmpty()) return leaveOut(seen, fix, LeftOutReason.NO_PERMITTED_AREA);
    Optional<Jump> jump = jump(seen, fix);
    if (jump.isPresent() && jump.get().times() < rules.agreeingJumps()) {
      return leaveOut(seen.jumped(jump.get()), fix, LeftOutReason.IMPLAUSIBLE_SPEED);
    }
    return weigh(seen, sureness.weigh(fix, metresOutside.getAsDouble()), area);
  }

  private static LeftOutReason outOfOrder(Place last, Fix fix) {
    return last.equals(Place.of(fix)) ? LeftOutReason.DUPLICATE : LeftOutReason.LATE;
  }

  /** Without evidence before it, a left-out fix explains nothing and is not remembered. */
  private static Step leaveOut(TrackState state, Fix fix, LeftOutReason reason) {
    LeftOutFix leftOut = LeftOutFix.of(fix, reason);
    TrackState next = state.evidence().isEmpty() ? state : state.with(leftOut);
    return new Step(next, leftOut, List.of());
  }

  /** A jump from the last used place, counted on if the last jump led to the same place. */
  private Optional<Jump> jump(TrackState state, Fix fix) {
    if (state.lastUsed().isEmpty() || reachable(state.lastUsed().get(), fix)) {
      return Optional.empty();
    }
    int before =
        state.jump().filter(jump -> reachable(jump.place(), fix)).map(Jump::times).orElse(0);
    return Optional.of(new Jump(Place.of(fix), before + 1));
  }

  private boolean reachable(Place from, Fix fix) {
    double seconds = Duration.between(from.time(), fix.time()).toNanos() / 1e9;
    double least =
        from.point().metresTo(fix.point()) - from.accuracyMetres() - fix.accuracyMetres();
    return least <= rules.fastest() * seconds;
  }

  private Step weigh(TrackState seen, UsedFix fix, PermittedArea area) {
    TrackState state = seen.used(new Place(fix.time(), fix.point(), fix.accuracyMetres()));
    return switch (state.presence()) {
      case Presence.Outside outside -> weighOutside(state, outside, fix, area);
      case Presence.Inside _, Presence.NotKnown _ -> weighInside(state, fix, area);
    };
  }

  private Step weighInside(TrackState state, UsedFix fix, PermittedArea area) {
    if (fix.probabilityOutside() < rules.clearProbability()) {
      return quiet(state.settled(new Presence.Inside(), fix.point()), fix);
    }
    if (fix.probabilityOutside() < rules.raiseProbability()) return quiet(state, fix);
    TrackState suspicious = state.with(fix);
    Optional<Severity> severity = severity(suspicious.evidence());
    if (severity.isEmpty()) return quiet(suspicious, fix);
    var since = suspicious.evidence().getFirst().time();
    var finding =
        new LeftPermittedArea(
            since,
            fix.time(),
            cause(state, fix, area, true),
            sureness.outside(suspicious.evidence()),
            severity.get(),
            suspicious.evidence(),
            suspicious.leftOut(),
            rules.version());
    var outside = new Presence.Outside(since, severity.get());
    return new Step(suspicious.settled(outside, fix.point()), fix, List.of(finding));
  }

  /** Red on a clear fix with its confirmation, amber on several over time, else not yet. */
  private Optional<Severity> severity(List<UsedFix> evidence) {
    Duration over = Duration.between(evidence.getFirst().time(), evidence.getLast().time());
    if (evidence.size() > rules.confirmations()
        && over.compareTo(rules.confirmationGap()) >= 0
        && evidence.stream().anyMatch(sureness::isClearlyOutside)) {
      return Optional.of(Severity.RED);
    }
    return evidence.size() >= rules.dwellFixes() && over.compareTo(rules.dwell()) >= 0
        ? Optional.of(Severity.AMBER)
        : Optional.empty();
  }

  private Step weighOutside(
      TrackState state, Presence.Outside outside, UsedFix fix, PermittedArea area) {
    if (fix.probabilityOutside() > rules.clearProbability()) {
      return stillOutside(state, outside, fix);
    }
    if (fix.probabilityOutside() > rules.returnProbability()) return quiet(state, fix);
    TrackState returning = state.with(fix);
    List<UsedFix> evidence = returning.evidence();
    Duration over = Duration.between(evidence.getFirst().time(), fix.time());
    if (evidence.size() <= rules.confirmations() || over.compareTo(rules.confirmationGap()) < 0) {
      return quiet(returning, fix);
    }
    var finding =
        new ReturnedToPermittedArea(
            outside.since(),
            evidence.getFirst().time(),
            fix.time(),
            cause(state, fix, area, false),
            1 - sureness.outside(evidence),
            evidence,
            returning.leftOut(),
            rules.version());
    return new Step(returning.settled(new Presence.Inside(), fix.point()), fix, List.of(finding));
  }

  private Step stillOutside(TrackState state, Presence.Outside outside, UsedFix fix) {
    if (outside.severity() == Severity.RED || !sureness.isClearlyOutside(fix)) {
      return quiet(state.settled(outside, fix.point()), fix);
    }
    var finding =
        new DepartureConfirmed(
            outside.since(),
            fix.time(),
            fix.probabilityOutside(),
            Severity.RED,
            List.of(fix),
            state.leftOut(),
            rules.version());
    var confirmed = new Presence.Outside(outside.since(), Severity.RED);
    return new Step(state.settled(confirmed, fix.point()), fix, List.of(finding));
  }

  /** If even the last settled place has changed sides, it was the area that moved. */
  private static Cause cause(TrackState state, UsedFix fix, PermittedArea area, boolean outside) {
    if (state.settled().isEmpty()) return Cause.FIRST_SEEN;
    OptionalDouble there = area.signedDistanceMetres(state.settled().get(), fix.time());
    boolean nowOutside = there.isPresent() && there.getAsDouble() > 0;
    return nowOutside == outside ? Cause.AREA_CHANGED : Cause.MOVED;
  }

  private static Step quiet(TrackState state, UsedFix fix) {
    return new Step(state, fix, List.of());
  }
}
