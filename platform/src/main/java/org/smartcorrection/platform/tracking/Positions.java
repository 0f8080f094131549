package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.SupervisionState.Place;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.PersonForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Roughly where everybody is who has a live ground (CCL 29), in memory: the writer of positions
 * says it when they are durable, and nobody opens a sealed page for it. After a start it is read
 * from the journal when somebody asks, some at a time.
 */
@Component
public class Positions {
  /** So many people's last pages are opened for one question at most. */
  static final int READ_AT_ONCE = 500;

  private static final double ROUGH = 100; // a hundredth of a degree is about a kilometre

  private final Journal journal;
  private final LiveGrounds grounds;
  private final Clock clock;
  private final Map<PersonId, Optional<Seen>> last = new ConcurrentHashMap<>();

  /** From when on something is kept, of whom something went. */
  private final Map<PersonId, Instant> kept = new ConcurrentHashMap<>();

  private final AtomicLong changes = new AtomicLong();

  Positions(Journal journal, LiveGrounds grounds, Clock clock) {
    this.journal = journal;
    this.grounds = grounds;
    this.clock = clock;
  }

  private record Seen(Wgs84Point around, Instant at) {
    static Seen of(Wgs84Point point, Instant at) {
      return new Seen(
          new Wgs84Point(
              Math.round(point.latitude() * ROUGH) / ROUGH,
              Math.round(point.longitude() * ROUGH) / ROUGH),
          at);
    }
  }

  /**
   * Roughly where somebody is.
   *
   * @param around rounded to a hundredth of a degree, about a kilometre, WGS-84
   * @param at when the device measured it
   */
  public record Whereabouts(PersonId person, Wgs84Point around, Instant at) {}

  /** Somebody with a live ground; {@code last} is absent before their first position under it. */
  public record Positioned(PersonId person, CaseId caseId, @Nullable Whereabouts last) {}

  /**
   * Everybody with a live ground.
   *
   * @param unread of how many the last position is still to be read after a start
   */
  public record Everybody(List<Positioned> people, int unread) {
    public Everybody {
      people = List.copyOf(people);
    }
  }

  /** Everybody with a ground that is live now. Whose they are to see is for the caller to say. */
  public Everybody everybody() {
    Instant now = clock.instant();
    var unread = new ArrayList<PersonId>();
    grounds.forEach(
        now,
        (person, _) -> {
          if (!last.containsKey(person)) unread.add(person);
        });
    read(unread.subList(0, Math.min(READ_AT_ONCE, unread.size())));
    var people = new ArrayList<Positioned>();
    grounds.forEach(now, (person, live) -> people.add(positioned(person, live)));
    // whose ground has ended is kept here no longer
    if (last.size() > people.size())
      last.keySet().retainAll(people.stream().map(Positioned::person).collect(Collectors.toSet()));
    return new Everybody(people, Math.max(0, unread.size() - READ_AT_ONCE));
  }

  /** Roughly where these people are: only those with a ground that is live now. */
  public List<Whereabouts> latest(Collection<PersonId> people) {
    Set<PersonId> asked = new HashSet<>(people);
    read(asked.stream().filter(person -> !last.containsKey(person)).toList());
    var found = new ArrayList<Whereabouts>();
    grounds.forEach(
        clock.instant(),
        (person, live) -> {
          Whereabouts at = asked.contains(person) ? positioned(person, live).last() : null;
          if (at != null) found.add(at);
        });
    return found;
  }

  /** Grows with everything that changes what {@link #everybody} answers about a place. */
  public long changes() {
    return changes.get();
  }

  /** Where somebody's device is by now, durably; nowhere before a first position under a ground. */
  void saw(PersonId person, Optional<Place> place) {
    Optional<Seen> seen =
        place.map(one -> Seen.of(one.point(), one.time())).filter(one -> isKept(person, one));
    if (!seen.equals(last.put(person, seen))) changes.incrementAndGet();
  }

  /** Nothing older than what is kept stays in memory either. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(TrackGone gone) {
    kept.put(gone.person(), gone.before());
    last.computeIfPresent(gone.person(), (person, seen) -> seen.filter(one -> isKept(person, one)));
    changes.incrementAndGet();
  }

  private boolean isKept(PersonId person, Seen seen) {
    return !seen.at().isBefore(kept.getOrDefault(person, Instant.MIN));
  }

  @EventListener
  void on(PersonForgotten event) {
    last.remove(event.person());
    kept.remove(event.person());
  }

  private Positioned positioned(PersonId person, LiveGrounds.Live live) {
    // what was measured under a ground that ended belongs to nobody's map
    return new Positioned(
        person,
        live.caseId(),
        last.getOrDefault(person, Optional.empty())
            .filter(seen -> !seen.at().isBefore(live.begun()))
            .map(seen -> new Whereabouts(person, seen.around(), seen.at()))
            .orElse(null));
  }

  private void read(List<PersonId> people) {
    if (people.isEmpty()) return;
    Map<PersonId, Fix> found = journal.lastFixes(people);
    for (PersonId person : people)
      // what the writer said meanwhile is newer
      last.putIfAbsent(
          person,
          Optional.ofNullable(found.get(person)).map(fix -> Seen.of(fix.point(), fix.time())));
    changes.incrementAndGet();
  }
}
