package org.smartcorrection.platform.oversight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Copies;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Component;

/** All that there is to ask one agency about, computed anew whenever somebody looks. */
@Component
class Questions {
  /** More are not shown at once; the page says so. */
  static final int MOST = 500;

  /** What was late and is done is asked about for so long. */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final Deadlines deadlines;
  private final Contacts contacts;
  private final Copies copies;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  Questions(
      Deadlines deadlines,
      Contacts contacts,
      Copies copies,
      Jurisdiction jurisdiction,
      Clock clock) {
    this.deadlines = deadlines;
    this.contacts = contacts;
    this.copies = copies;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /** The questions of the prosecutor's area, the oldest first. */
  List<Irregularity> of(Actor prosecutor) {
    return custody(prosecutor).map(this::of).orElse(List.of());
  }

  /** How many those are. */
  int count(Actor prosecutor) {
    Instant now = clock.instant();
    return custody(prosecutor)
        .map(
            agency ->
                deadlines.countMissed(agency, now, now.minus(REMEMBERED))
                    + contacts.countOverdue(agency, now)
                    + copies.countMissed(agency, now, now.minus(REMEMBERED)))
        .map(all -> Math.min(MOST, all))
        .orElse(0);
  }

  /** The agency whose work this procuratorate watches; empty where there is none of its area. */
  Optional<AgencyId> custody(Actor prosecutor) {
    AgencyId custody = jurisdiction.custody(prosecutor);
    return custody.equals(prosecutor.agency().id()) ? Optional.empty() : Optional.of(custody);
  }

  /** What there is to ask this agency about, the oldest first. */
  List<Irregularity> of(AgencyId agency) {
    Instant now = clock.instant();
    var missed = deadlines.missed(agency, now, now.minus(REMEMBERED), MOST).stream();
    var paperOnly = contacts.overdue(agency, now, MOST).stream();
    var untold = copies.missed(agency, now, now.minus(REMEMBERED), MOST).stream();
    return Stream.of(
            missed.flatMap(due -> Irregularity.of(due, now).stream()),
            paperOnly.flatMap(contact -> Irregularity.of(contact, now).stream()),
            untold.flatMap(copy -> Irregularity.of(copy, now).stream()))
        .flatMap(found -> found)
        .filter(found -> remembered(found.until(), now))
        .sorted(Comparator.comparing(Irregularity::since))
        .limit(MOST)
        .toList();
  }

  private static boolean remembered(@Nullable Instant until, Instant now) {
    return until == null || until.isAfter(now.minus(REMEMBERED));
  }
}
