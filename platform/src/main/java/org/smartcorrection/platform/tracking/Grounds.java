package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.smartcorrection.location.Article29Ground;
import org.smartcorrection.location.PositioningGround;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.PersonForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The legal grounds for positions (CCL 29), as the acts of the procedure {@code positioning} add
 * up. The gate asks for every fix, so they are kept at hand; an act makes them be read again.
 */
@Repository
public class Grounds {
  private final JdbcClient jdbc;
  private final Instances instances;
  private final Clock clock;
  private final ConcurrentHashMap<PersonId, List<Term>> known = new ConcurrentHashMap<>();

  Grounds(JdbcClient jdbc, Instances instances, Clock clock) {
    this.jdbc = jdbc;
    this.instances = instances;
    this.clock = clock;
  }

  /** The ground that is live now; empty means that no position of this person may be kept. */
  public Optional<Ground> of(PersonId person) {
    return live(terms(person), clock.instant());
  }

  /** The grounds that are live now, of those who have one. */
  public Map<PersonId, Ground> of(Collection<PersonId> people) {
    Instant now = clock.instant();
    var found = new HashMap<PersonId, Ground>();
    for (PersonId person : people)
      live(terms(person), now).ifPresent(ground -> found.put(person, ground));
    return found;
  }

  /** Everybody with a ground that holds at an instant. */
  List<PersonId> people(Instant at) {
    OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            select distinct person from tracking.grounds
            where from_at <= ? and until_at > ? and (ended_at is null or ended_at > ?)
            """)
        .params(when, when, when)
        .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  /** Everybody with a ground that holds now, those first who were heard last. */
  List<PersonId> lastHeardFirst() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            select g.person from (
              select distinct person from tracking.grounds
              where from_at <= ? and until_at > ? and (ended_at is null or ended_at > ?)) g
            left join lateral (
              select s.reach from tracking.snapshots s where s.person = g.person
              order by s.reach desc limit 1) heard on true
            order by heard.reach desc nulls last
            """)
        .params(now, now, now)
        .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  /** All terms of a person, the earliest first. */
  List<Term> terms(PersonId person) {
    // reading inside the map's own lock: an act that commits meanwhile removes what was read here
    return known.computeIfAbsent(person, this::read);
  }

  /** At the end of the transaction, which comes even when another listener of the act fails. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
  void on(ActRecorded event) {
    if (Derivations.concern(event, "positioning")) known.remove(event.in().person());
  }

  /** What was shredded carries no ground any more. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, fallbackExecution = true)
  void on(PersonForgotten event) {
    known.remove(event.person());
  }

  private static Optional<Ground> live(List<Term> terms, Instant now) {
    return terms.stream().filter(term -> term.ground().holdsAt(now)).findFirst().map(Term::told);
  }

  /** The same as the acts say now, whatever is at hand. */
  List<Term> recorded(PersonId person) {
    return read(person);
  }

  private List<Term> read(PersonId person) {
    record Row(
        UUID instance, CaseId caseId, Instant from, Instant until, Optional<Instant> ended) {}
    List<Row> rows =
        jdbc.sql("select * from tracking.grounds where person = ? order by from_at")
            .param(person.value())
            .query(
                (row, _) ->
                    new Row(
                        row.getObject("instance", UUID.class),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        instant(row, "from_at").orElseThrow(),
                        instant(row, "until_at").orElseThrow(),
                        instant(row, "ended_at")))
            .list();
    var terms = new ArrayList<Term>();
    for (Row row : rows) {
      kind(row.instance())
          .map(kind -> new PositioningGround(kind, row.from(), row.until(), row.ended()))
          .ifPresent(ground -> terms.add(new Term(row.instance(), row.caseId(), ground)));
    }
    return List.copyOf(terms);
  }

  /** Facts that were shredded carry no ground any more. */
  private Optional<Article29Ground> kind(UUID instance) {
    return instances
        .find(instance)
        .map(running -> running.facts().said("ground"))
        .filter(said -> !said.isEmpty())
        .map(Term::kind);
  }

  /** Opens a term of a positioning. */
  void open(UUID instance, CaseId caseId, PersonId person, Instant from, Instant until) {
    jdbc.sql(
            """
            insert into tracking.grounds (instance, from_at, until_at, case_id, person)
            values (?, ?, ?, ?, ?)
            on conflict (instance, from_at) do update set until_at = excluded.until_at
            """)
        .params(
            instance,
            from.atOffset(ZoneOffset.UTC),
            until.atOffset(ZoneOffset.UTC),
            caseId.value(),
            person.value())
        .update();
  }

  /** Ends a positioning: the term that runs stops here, one that has not begun never does. */
  void end(UUID instance, Instant at) {
    OffsetDateTime end = at.atOffset(ZoneOffset.UTC);
    jdbc.sql("delete from tracking.grounds where instance = ? and from_at >= ?")
        .params(instance, end)
        .update();
    jdbc.sql("update tracking.grounds set ended_at = ? where instance = ? and until_at > ?")
        .params(end, instance, end)
        .update();
  }

  void forget(UUID instance) {
    jdbc.sql("delete from tracking.grounds where instance = ?").param(instance).update();
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
