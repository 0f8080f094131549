package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Page;
import org.smartcorrection.location.supervision.Verification;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.stereotype.Component;

/**
 * What has to be read to follow people from where they were last: for many of them at once, because
 * after a start all of them speak at the same time.
 */
@Component
class Recollections {
  private final Snapshots snapshots;
  private final Journal journal;
  private final Observations observations;
  private final Verifications verifications;

  Recollections(
      Snapshots snapshots,
      Journal journal,
      Observations observations,
      Verifications verifications) {
    this.snapshots = snapshots;
    this.journal = journal;
    this.observations = observations;
    this.verifications = verifications;
  }

  /**
   * Where somebody was last.
   *
   * @param reach up to where the snapshot reaches, or from when on nothing is known
   * @param entries after that, the earliest first
   * @param shown where the person themselves was shown to be after that
   * @param standing what stands of what was made after the snapshot
   * @param made number of the last observation
   * @param last time of the last entry of all
   */
  record Recalled(
      Optional<Snapshots.Snapshot> snapshot,
      Instant reach,
      List<Entry> entries,
      List<Verification> shown,
      List<Observations.Noted> standing,
      long made,
      @Nullable Instant last) {}

  Map<PersonId, Recalled> of(Collection<Following.Whom> all) {
    List<PersonId> people = all.stream().map(Following.Whom::person).toList();
    Map<PersonId, Snapshots.Snapshot> latest = snapshots.latest(people);
    var reach = new HashMap<PersonId, Instant>();
    var since = new ArrayList<Observations.Since>();
    for (Following.Whom whom : all) {
      Optional<Snapshots.Snapshot> snapshot = Optional.ofNullable(latest.get(whom.person()));
      reach.put(
          whom.person(),
          snapshot.map(Snapshots.Snapshot::reach).orElseGet(() -> whom.since().minusMillis(1)));
      since.add(
          new Observations.Since(
              whom.person(),
              whom.term().instance(),
              snapshot.map(Snapshots.Snapshot::made).orElse(0L)));
    }
    Map<PersonId, List<Page>> pages = journal.pagesFrom(reach);
    Map<PersonId, List<Verification>> shown = verifications.after(reach);
    Map<PersonId, List<Observations.Noted>> standing = observations.standing(since);
    Map<PersonId, Long> made = observations.last(people);
    List<PersonId> silent =
        people.stream().filter(person -> pages.getOrDefault(person, List.of()).isEmpty()).toList();
    Map<PersonId, Instant> last = silent.isEmpty() ? Map.of() : journal.lastOf(silent);
    var recalled = new HashMap<PersonId, Recalled>();
    for (PersonId person : people) {
      Instant from = reach.getOrDefault(person, Instant.EPOCH);
      List<Page> theirs = pages.getOrDefault(person, List.of());
      recalled.put(
          person,
          new Recalled(
              Optional.ofNullable(latest.get(person)),
              from,
              theirs.stream()
                  .flatMap(page -> page.entries().stream())
                  .filter(entry -> entry.time().isAfter(from))
                  .toList(),
              shown.getOrDefault(person, List.of()),
              standing.getOrDefault(person, List.of()),
              made.getOrDefault(person, 0L),
              theirs.isEmpty() ? last.get(person) : theirs.getLast().until()));
    }
    return recalled;
  }
}
