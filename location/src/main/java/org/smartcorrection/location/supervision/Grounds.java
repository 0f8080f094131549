package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.Crossing.Side;
import org.smartcorrection.location.supervision.Observation.Phase;

/**
 * Where the person is: outside of what is permitted (CCL 27), on what is forbidden (Measures 25,
 * 39), or not where they have to be (Measures 24, CCL 36, 42). A border is watched from the first
 * fix that speaks for the wrong side; forbidden ground also while the zone does not hold, so that
 * who is on it when its hours begin is found at that hour.
 */
final class Grounds {
  /** So many borders are watched at once; those of which something was told come first. */
  static final int MOST_ZONES = 8;

  private static final double SIGMAS = 4;

  /** Older knowledge of where somebody is says nothing about the hour at which hours begin. */
  private static final long KNOWN_SECONDS = 1_800;

  private final Crossings crossings;

  Grounds(Crossings crossings) {
    this.crossings = crossings;
  }

  /** The fix as weighed at the border of permitted ground; empty if no such ground is in force. */
  Optional<UsedFix> permitted(Draft draft, UsedFix raw, Seen fix) {
    if (draft.terms.permitted().isEmpty()) return Optional.empty();
    var area = draft.terms.permitted().get();
    OptionalDouble outside = area.signedDistanceMetres(fix.point(), fix.time());
    if (outside.isEmpty()) return Optional.empty();
    UsedFix weighed = weighed(raw, fix, outside.getAsDouble());
    Crossing before = draft.permitted;
    Crossing next = crossings.next(before, weighed, doubted(draft, fix));
    draft.permitted = next;
    if (next.side() != before.side() || next.severity() != before.severity()) {
      OptionalDouble there =
          before.settled() == null
              ? OptionalDouble.empty()
              : area.signedDistanceMetres(before.settled(), fix.time());
      draft.permitted =
          tell(draft, Kind.LEFT_PERMITTED_AREA, "", before, next, fix, there, true, null);
    }
    return Optional.of(weighed);
  }

  private static boolean doubted(Draft draft, Seen fix) {
    if (Deceptions.suspected(draft, fix)) return true;
    return draft.abrupt != null
        && draft.abrupt.plus(draft.rules().abruptDoubt()).isAfter(fix.time());
  }

  /** Watches forbidden ground and required presence. */
  void zones(Draft draft, UsedFix raw, Seen fix) {
    Terms terms = draft.terms;
    int[] near = terms.forbiddenNear(fix.point(), SIGMAS * fix.sigmaMetres());
    int[] due = terms.requiredAround(fix.time());
    List<Zoned> before = draft.zones;
    if (near.length == 0 && due.length == 0 && before.isEmpty()) return;
    var next = new ArrayList<Zoned>(4);
    for (Zoned zone : before) {
      add(
          next,
          zone.kind() == Kind.ENTERED_FORBIDDEN_ZONE
              ? forbidden(draft, zone, raw, fix)
              : required(draft, zone, raw, fix));
    }
    for (int i : near) {
      String id = terms.forbidden().get(i).id();
      if (!isIn(before, id)) {
        add(next, forbidden(draft, fresh(Kind.ENTERED_FORBIDDEN_ZONE, id, draft), raw, fix));
      }
    }
    for (int i : due) {
      String id = terms.required().get(i).id();
      if (!isIn(before, id)) {
        add(next, required(draft, fresh(Kind.ABSENT_AT_REQUIRED_TIME, id, draft), raw, fix));
      }
    }
    if (!isSame(before, next)) draft.zones = List.copyOf(next);
  }

  private static boolean isSame(List<Zoned> before, List<Zoned> next) {
    if (before.size() != next.size()) return false;
    for (int i = 0; i < before.size(); i++) {
      if (!Objects.equals(before.get(i), next.get(i))) return false; // mostly one and the same
    }
    return true;
  }

  private static Zoned fresh(Kind kind, String id, Draft draft) {
    Seen used = draft.used;
    return new Zoned(kind, id, Crossing.startingAt(used == null ? null : used.point()));
  }

  private static void add(List<Zoned> zones, @Nullable Zoned zone) {
    if (zone != null && zones.size() < MOST_ZONES) zones.add(zone);
  }

  private static boolean isIn(List<Zoned> zones, String id) {
    for (Zoned zone : zones) if (zone.zone().equals(id)) return true;
    return false;
  }

  private @Nullable Zoned forbidden(Draft draft, Zoned watched, UsedFix raw, Seen fix) {
    int place = draft.terms.forbiddenPlace(watched.zone());
    if (place < 0) return dropped(draft, watched, fix.time());
    ForbiddenZone zone = draft.terms.forbidden().get(place);
    Crossing before = watched.crossing();
    Crossing next =
        crossings.next(
            before,
            weighed(raw, fix, -zone.area().signedDistanceMetres(fix.point())),
            doubted(draft, fix));
    Wgs84Point settled = before.settled();
    OptionalDouble there =
        settled == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(-zone.area().signedDistanceMetres(settled));
    boolean holds = zone.holdsAt(fix.time());
    Crossing told =
        tell(draft, watched.kind(), watched.zone(), before, next, fix, there, holds, null);
    boolean worthKnowing = told.side() == Side.WRONG || !told.isQuiet();
    return worthKnowing ? watched.at(told) : null;
  }

  private @Nullable Zoned required(Draft draft, Zoned watched, UsedFix raw, Seen fix) {
    int place = draft.terms.requiredPlace(watched.zone());
    if (place < 0) return dropped(draft, watched, fix.time());
    RequiredPresence zone = draft.terms.required().get(place);
    Instant from = zone.beganBefore(fix.time());
    if (from == null) return dropped(draft, watched, fix.time());
    Crossing before = watched.crossing();
    boolean farther =
        draft.terms.requiredIsFarther(
            place, fix.point(), crossings.certainMetres(fix.sigmaMetres()));
    if (farther && isAwayAsTold(before)) return stillAway(watched, fix);
    boolean grace = fix.time().isBefore(from.plus(zone.grace()));
    if (farther && grace) return watched;
    UsedFix weighed = weighed(raw, fix, zone.area().signedDistanceMetres(fix.point()));
    if (grace && weighed.probabilityOutside() > 0.5) return watched;
    Crossing next = crossings.next(before, weighed, doubted(draft, fix));
    OptionalDouble there = OptionalDouble.empty();
    return watched.at(
        tell(
            draft,
            watched.kind(),
            watched.zone(),
            before,
            next,
            fix,
            there,
            true,
            before.side() == Side.RIGHT ? null : from));
  }

  /** Where exactly somebody stays away is not kept from fix to fix. */
  private static Zoned stillAway(Zoned watched, Seen fix) {
    Crossing crossing = watched.crossing();
    return crossing.isAtRest() ? watched : watched.at(crossing.settledAt(fix.point()));
  }

  /** Nothing can be added to that by a fix that is far away, too. */
  private static boolean isAwayAsTold(Crossing crossing) {
    return crossing.side() == Side.WRONG && crossing.told() && crossing.severity() == Severity.RED;
  }

  /** What was told of a zone that is gone is over. */
  private static @Nullable Zoned dropped(Draft draft, Zoned watched, Instant at) {
    Crossing crossing = watched.crossing();
    if (crossing.told()) {
      end(draft, watched, at);
    }
    return null;
  }

  private static void end(Draft draft, Zoned watched, Instant at) {
    Crossing crossing = watched.crossing();
    draft.observe(
        watched.kind(),
        Phase.ENDED,
        watched.zone(),
        Objects.requireNonNull(crossing.since()),
        at,
        draft.rules().ground().raiseProbability(),
        Objects.requireNonNull(crossing.severity()),
        Reason.AREA_CHANGED.bit(),
        List.of(),
        List.of());
  }

  private UsedFix weighed(UsedFix raw, Seen fix, double metresWrong) {
    return new UsedFix(
        raw.time(),
        raw.point(),
        raw.accuracyMetres(),
        raw.source(),
        metresWrong,
        crossings.probability(metresWrong, fix.sigmaMetres()));
  }

  /** Tells what a step across a border means, and remembers that it was told. */
  private Crossing tell(
      Draft draft,
      Kind kind,
      String zone,
      Crossing before,
      Crossing next,
      Seen fix,
      OptionalDouble metresThere,
      boolean holds,
      @Nullable Instant hoursFrom) {
    boolean wrong = next.side() == Side.WRONG;
    if (wrong && holds && !next.told()) {
      Crossing since = hoursFrom == null ? next : next.since(hoursFrom);
      boolean justNow = before.side() != Side.WRONG;
      Reason why =
          !justNow || (metresThere.isPresent() && metresThere.getAsDouble() > 0)
              ? Reason.AREA_CHANGED
              : before.settled() == null ? Reason.FIRST_SEEN : Reason.MOVED;
      observe(draft, kind, Phase.RAISED, zone, since, fix.time(), why);
      return since.asTold();
    }
    if (wrong && !holds && next.told()) {
      observe(draft, kind, Phase.ENDED, zone, next, fix.time(), Reason.AREA_CHANGED);
      return next.forgotten();
    }
    if (wrong && next.told() && next.severity() != before.severity()) {
      observe(draft, kind, Phase.CONFIRMED, zone, next, fix.time(), Reason.MOVED);
    } else if (!wrong && before.side() == Side.WRONG && before.told()) {
      Reason why =
          metresThere.isPresent() && metresThere.getAsDouble() <= 0
              ? Reason.AREA_CHANGED
              : Reason.MOVED;
      draft.observe(
          kind,
          Phase.ENDED,
          zone,
          Objects.requireNonNull(before.since()),
          fix.time(),
          1 - crossings.together(next.evidence()),
          Objects.requireNonNull(before.severity()),
          why.bit(),
          next.evidence(),
          next.leftOut());
    }
    return next;
  }

  private void observe(
      Draft draft, Kind kind, Phase phase, String zone, Crossing crossing, Instant at, Reason why) {
    double probability =
        crossing.evidence().isEmpty()
            ? draft.rules().ground().raiseProbability()
            : crossings.together(crossing.evidence());
    draft.observe(
        kind,
        phase,
        zone,
        Objects.requireNonNull(crossing.since()),
        at,
        probability,
        Objects.requireNonNull(crossing.severity()),
        why.bit(),
        crossing.evidence(),
        crossing.leftOut());
  }

  /** Lets time pass: hours begin on ground on which somebody is, or end where nobody was. */
  void pass(Draft draft, Instant now) {
    if (draft.zones.isEmpty()) return;
    List<Zoned> before = draft.zones;
    @Nullable List<Zoned> next = null;
    for (int i = 0; i < before.size(); i++) {
      Zoned watched = before.get(i);
      @Nullable Zoned after =
          watched.kind() == Kind.ENTERED_FORBIDDEN_ZONE
              ? hoursBegin(draft, watched, now)
              : hoursEnd(draft, watched, now);
      boolean turns = after == null || after.crossing().told() != watched.crossing().told();
      if (turns && next == null) next = new ArrayList<>(before.subList(0, i));
      if (after != null && next != null) next.add(after);
    }
    if (next != null) draft.zones = List.copyOf(next);
  }

  private Zoned hoursBegin(Draft draft, Zoned watched, Instant now) {
    Crossing crossing = watched.crossing();
    int place = draft.terms.forbiddenPlace(watched.zone());
    Seen used = draft.used;
    if (crossing.side() != Side.WRONG || crossing.told() || place < 0 || used == null) {
      return watched;
    }
    ForbiddenZone zone = draft.terms.forbidden().get(place);
    Optional<Instant> began = zone.beganAfter(used.time(), now);
    if (began.isEmpty() || used.secondsTo(began.get()) > KNOWN_SECONDS) return watched;
    Crossing since = crossing.since(began.get());
    draft.horizon = began.get();
    observe(
        draft,
        watched.kind(),
        Phase.RAISED,
        watched.zone(),
        since,
        began.get(),
        Reason.AREA_CHANGED);
    return watched.at(since.asTold());
  }

  private static @Nullable Zoned hoursEnd(Draft draft, Zoned watched, Instant now) {
    int place = draft.terms.requiredPlace(watched.zone());
    Seen used = draft.used;
    if (place < 0 || used == null) return watched;
    RequiredPresence zone = draft.terms.required().get(place);
    if (zone.goesOn(used.time(), now)) return watched;
    Optional<Validity> hours = zone.hoursAt(used.time());
    Instant end = hours.isEmpty() ? used.time() : hours.get().until().orElseThrow();
    if (end.isAfter(now)) return watched;
    if (watched.crossing().told()) {
      draft.horizon = end;
      end(draft, watched, end);
    }
    return null;
  }

  /** Names a fix that was not weighed in whatever is being suspected. */
  static void leaveOut(Draft draft, LeftOutFix fix) {
    if (draft.permitted.isQuiet() && draft.zones.isEmpty()) return;
    draft.permitted = draft.permitted.with(fix);
    if (draft.zones.isEmpty()) return;
    var next = new ArrayList<Zoned>(draft.zones.size());
    for (Zoned zone : draft.zones) {
      next.add(zone.crossing().isQuiet() ? zone : zone.at(zone.crossing().with(fix)));
    }
    if (!isSame(draft.zones, next)) draft.zones = List.copyOf(next);
  }
}
