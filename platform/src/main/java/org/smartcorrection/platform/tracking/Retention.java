package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.smartcorrection.platform.subjects.PersonForgotten;
import org.smartcorrection.platform.vault.Shred;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets go what was kept of where people were, when its time is over (rule H14; PIPL 19, 47): some
 * people at a time, each agency's by an act of its own in the transaction in which it goes.
 */
@Component
class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final Expiry expiry;
  private final AfterLift afterLift;
  private final Deletions deletions;
  private final Holds holds;
  private final Held held;
  private final HealthKept health;
  private final Cases cases;
  private final Law law;
  private final Agencies agencies;
  private final SystemActors system;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Retention(
      JdbcClient jdbc,
      Expiry expiry,
      AfterLift afterLift,
      Deletions deletions,
      Holds holds,
      Held held,
      HealthKept health,
      Cases cases,
      Law law,
      Agencies agencies,
      SystemActors system,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.expiry = expiry;
    this.afterLift = afterLift;
    this.deletions = deletions;
    this.holds = holds;
    this.held = held;
    this.health = health;
    this.cases = cases;
    this.law = law;
    this.agencies = agencies;
    this.system = system;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What one agency holds, as it is counted. */
  private static final class Tally {
    private final Map<DataClass, Held.Count> counts = new EnumMap<>(DataClass.class);
    private final Map<Hold, Integer> back = new EnumMap<>(Hold.class);

    /** Counts and signs of the body are no evidence of anything. */
    private static boolean isHeldBack(DataClass of) {
      return of != DataClass.COUNT && of != DataClass.HEALTH;
    }

    List<Held.OfAgency> at(Instant now) {
      return EnumSet.allOf(DataClass.class).stream()
          .map(
              of ->
                  new Held.OfAgency(
                      of,
                      counts.getOrDefault(of, Held.Count.NONE),
                      isHeldBack(of) ? back.getOrDefault(Hold.ALARM, 0) : 0,
                      isHeldBack(of) ? back.getOrDefault(Hold.PROCEEDING, 0) : 0,
                      now))
          .toList();
    }
  }

  /**
   * One day's round; going through it again deletes nothing twice.
   *
   * @return whether all was done
   */
  boolean day(BooleanSupplier goesOn) {
    Instant now = clock.instant();
    boolean whole = true;
    var tallies = new HashMap<AgencyId, Tally>();
    List<PersonId> people = after(new UUID(0, 0));
    while (!people.isEmpty()) {
      if (!goesOn.getAsBoolean()) return false;
      for (Map.Entry<AgencyId, List<PersonId>> one : byAgency(people).entrySet()) {
        Tally tally = tallies.computeIfAbsent(one.getKey(), _ -> new Tally());
        try {
          transaction.executeWithoutResult(_ -> round(one.getKey(), one.getValue(), tally, now));
        } catch (RuntimeException e) {
          // no other agency waits for it; the message may quote a row
          LOG.error("some deletions wait: {}", e.getClass().getName());
          whole = false;
        }
      }
      people = after(people.getLast().value());
    }
    tallies.forEach(
        (agency, tally) ->
            transaction.executeWithoutResult(_ -> held.counted(agency, tally.at(now))));
    return whole;
  }

  /** Whoever has or had a device, of whom anything can be kept here at all. */
  private List<PersonId> after(UUID last) {
    return jdbc.sql(
            """
            select distinct person from tracking.devices where person > ? order by person limit ?
            """)
        .params(last, AT_ONCE)
        .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  private Map<AgencyId, List<PersonId>> byAgency(List<PersonId> people) {
    Map<AgencyId, List<PersonId>> found = new LinkedHashMap<>();
    for (PersonId person : people)
      cases.of(person).stream()
          .findFirst()
          .ifPresent(in -> found.computeIfAbsent(in.agency(), _ -> new ArrayList<>()).add(person));
    return found;
  }

  private void round(AgencyId agency, List<PersonId> people, Tally tally, Instant now) {
    Periods periods = Periods.of(agency, law, now);
    Map<DataClass, List<Gone>> gone = new EnumMap<>(DataClass.class);
    var lifted = new ArrayList<Gone>();
    var counted = new ArrayList<PersonId>();
    for (PersonId person : people) {
      Set<Hold> back = holds.of(person);
      if (!back.contains(Hold.ENTRUSTED)) {
        back.forEach(hold -> tally.back.merge(hold, 1, Integer::sum));
        counted.add(person);
      }
      expiry.deleteCounts(person, periods).ifPresent(one -> add(gone, one));
      health.delete(person, periods.before(DataClass.HEALTH)).ifPresent(one -> add(gone, one));
      if (!back.isEmpty()) continue;
      lifted.addAll(afterLift.delete(person, now));
      expiry.delete(person, periods, now).forEach(one -> add(gone, one));
    }
    withoutGround(agency, lifted);
    List<Shred> keys = expiry.destroyKeys(people, now);
    List<Shred> ofHealth = health.destroyKeys(people, now);
    if (!keys.isEmpty()) gone.putIfAbsent(DataClass.TRACK, List.of());
    if (!ofHealth.isEmpty()) gone.putIfAbsent(DataClass.HEALTH, List.of());
    if (!gone.isEmpty()) {
      Actor by = system.of(agencies.get(agency));
      gone.forEach(
          (of, what) ->
              deletions.add(
                  agency,
                  of,
                  periods.days(of),
                  what,
                  of == DataClass.TRACK ? keys : of == DataClass.HEALTH ? ofHealth : List.of(),
                  by));
    }
    held.of(counted).forEach((of, count) -> tally.counts.merge(of, count, Held.Count::plus));
  }

  /**
   * Lets go at once what was collected of somebody after their ground had been lifted. What holds
   * their data back holds this back as well; then the daily round comes to it.
   */
  void lifted(PersonId person) {
    if (!holds.of(person).isEmpty()) return;
    cases.of(person).stream()
        .findFirst()
        .ifPresent(in -> withoutGround(in.agency(), afterLift.delete(person, clock.instant())));
  }

  private void withoutGround(AgencyId agency, List<Gone> lifted) {
    Map<DataClass, List<Gone>> gone = new EnumMap<>(DataClass.class);
    lifted.forEach(one -> add(gone, one));
    if (gone.isEmpty()) return;
    Actor by = system.of(agencies.get(agency));
    gone.forEach((of, what) -> deletions.add(agency, of, 0, what, List.of(), by));
  }

  private static void add(Map<DataClass, List<Gone>> gone, Gone one) {
    gone.computeIfAbsent(one.of(), _ -> new ArrayList<>()).add(one);
  }

  /** With a person's own keys go those of their stretches, in the next round. */
  @EventListener
  void on(PersonForgotten forgotten) {
    expiry.forget(forgotten.person());
  }
}
