package org.smartcorrection.platform.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Observation.Phase;

/**
 * Something that was observed from its beginning to its end.
 *
 * @param since when it became so
 * @param at when it was known
 * @param until when it was over; the end of time while it is not
 */
record Episode(Kind kind, String zone, Instant since, Instant at, Instant until) {
  /** What begins so close to each other is the same. */
  private static final Duration SAME_WITHIN = Duration.ofHours(1);

  /** The episodes of some observations, in the order in which they were known. */
  static List<Episode> of(List<Observation> observations) {
    var all = new ArrayList<Episode>();
    for (Observation one : observations)
      if (one.phase() == Phase.RAISED)
        all.add(new Episode(one.kind(), one.zone(), one.since(), one.at(), end(one, observations)));
    return List.copyOf(all);
  }

  private static Instant end(Observation begun, List<Observation> observations) {
    return observations.stream()
        .filter(one -> one.phase() == Phase.ENDED)
        .filter(one -> one.kind() == begun.kind() && one.zone().equals(begun.zone()))
        .filter(one -> one.since().equals(begun.since()))
        .map(Observation::at)
        .findFirst()
        .orElse(Instant.MAX);
  }

  /** Whether both are the same matter: they overlap, or begin within an hour. */
  boolean isSame(Episode other) {
    return kind == other.kind
        && zone.equals(other.zone)
        && (overlaps(other) || isNear(other.since));
  }

  private boolean overlaps(Episode other) {
    return since.isBefore(other.until) && other.since.isBefore(until);
  }

  private boolean isNear(Instant time) {
    return Duration.between(since, time).abs().compareTo(SAME_WITHIN) <= 0;
  }

  /** Whether it is what was observed then. */
  boolean isOf(Kind observed, String at, Instant begun) {
    return kind == observed && zone.equals(at) && isNear(begun);
  }

  /** Takes the first of these that is the same matter out of the list. */
  Optional<Episode> takeSame(List<Episode> from) {
    Optional<Episode> same = from.stream().filter(this::isSame).findFirst();
    same.ifPresent(from::remove);
    return same;
  }
}
