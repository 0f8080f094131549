package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.smartcorrection.location.Fixes;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Shred;
import org.smartcorrection.platform.vault.Vault;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes what is due of one person; whether anything holds it back was asked before. */
@Repository
class Expiry {
  private final JdbcClient jdbc;
  private final Grounds grounds;
  private final Cutouts cutouts;
  private final Vault vault;
  private final ApplicationEventPublisher events;

  Expiry(
      JdbcClient jdbc,
      Grounds grounds,
      Cutouts cutouts,
      Vault vault,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.grounds = grounds;
    this.cutouts = cutouts;
    this.vault = vault;
    this.events = events;
  }

  private record Row(int rows, Instant from, Instant until) {}

  /** Deletes everything but counts. */
  List<Gone> delete(PersonId person, Periods periods, Instant now) {
    boolean over = isOver(person, periods, now);
    Instant track = over ? now : periods.before(DataClass.TRACK);
    cutouts.make(person, track, periods.before(DataClass.EVIDENCE));
    var gone = new ArrayList<Gone>();
    add(gone, person, DataClass.TRACK, track(person, track));
    add(gone, person, DataClass.OBSERVATION, observations(person, track, over));
    add(gone, person, DataClass.EVIDENCE, evidence(person, periods, over));
    add(gone, person, DataClass.POINT, points(person, periods));
    add(gone, person, DataClass.EXPORT, exports(person, periods));
    return gone;
  }

  /** Deletes counts of refusals: they say nothing that anybody's case needs. */
  Optional<Gone> deleteCounts(PersonId person, Periods periods) {
    var gone = new ArrayList<Gone>();
    add(
        gone,
        person,
        DataClass.COUNT,
        jdbc.sql(
                """
                delete from tracking.refusals where person = ? and day < ? returning times, day
                """)
            .params(person.value(), periods.first(DataClass.COUNT))
            .query(
                (row, _) -> {
                  Instant day = LegalCalendar.startOf(row.getObject("day", LocalDate.class));
                  return new Row(row.getInt("times"), day, day);
                })
            .list());
    return gone.stream().findFirst();
  }

  /** Whether no ground holds any more, and the time after the last one is over. */
  private boolean isOver(PersonId person, Periods periods, Instant now) {
    List<Term> terms = grounds.terms(person);
    return terms.stream().noneMatch(term -> term.ground().end().isAfter(now))
        && terms.stream()
            .map(term -> term.ground().end())
            .max(Comparator.naturalOrder())
            .filter(end -> end.isBefore(periods.endedBefore()))
            .isPresent();
  }

  private List<Row> track(PersonId person, Instant before) {
    jdbc.sql("delete from tracking.snapshots where person = ? and reach < ?")
        .params(person.value(), before.atOffset(ZoneOffset.UTC))
        .update();
    List<Row> rows =
        jdbc.sql(
                """
                delete from tracking.journal where person = ? and until_at < ?
                returning entries as n, from_at, until_at
                """)
            .params(person.value(), before.atOffset(ZoneOffset.UTC))
            .query((row, _) -> row(row))
            .list();
    for (Row row : rows) ending(person, row.from());
    if (!rows.isEmpty()) events.publishEvent(new TrackGone(person, before));
    return rows;
  }

  /** The key of a stretch goes as soon as nothing is kept and nothing can come under it. */
  void ending(PersonId person, Instant at) {
    jdbc.sql(
            """
            insert into tracking.ending_keys (owner, person, until_at) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(
            Stretches.owner(person, at).value(),
            person.value(),
            Stretches.end(person, at).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The last one stays while a ground holds: numbers of observations go on from it. */
  private List<Row> observations(PersonId person, Instant before, boolean over) {
    return jdbc.sql(
            """
            delete from tracking.observations o
            where person = :person and alarm is null and at < :before
              and (:over or number < (select max(number) from tracking.observations
                where person = :person))
            returning 1 as n, at as from_at, at as until_at
            """)
        .param("person", person.value())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("over", over)
        .query((row, _) -> row(row))
        .list();
  }

  private List<Row> evidence(PersonId person, Periods periods, boolean over) {
    OffsetDateTime before = periods.before(DataClass.EVIDENCE).atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            delete from tracking.cutouts where alarm in (select id from tracking.alarms
              where person = ? and closed and changed_at < ?)
            """)
        .params(person.value(), before)
        .update();
    return jdbc.sql(
            """
            delete from tracking.observations
            where person = :person and alarm in (select id from tracking.alarms
                where person = :person and closed and changed_at < :before)
              and (:over or number < (select max(number) from tracking.observations
                where person = :person))
            returning 1 as n, at as from_at, at as until_at
            """)
        .param("person", person.value())
        .param("before", before)
        .param("over", over)
        .query((row, _) -> row(row))
        .list();
  }

  private List<Row> exports(PersonId person, Periods periods) {
    return jdbc.sql(
            """
            delete from tracking.exports where person = ? and at < ?
            returning 1 as n, at as from_at, at as until_at
            """)
        .params(person.value(), periods.before(DataClass.EXPORT).atOffset(ZoneOffset.UTC))
        .query((row, _) -> row(row))
        .list();
  }

  private List<Row> points(PersonId person, Periods periods) {
    return jdbc.sql(
            """
            delete from tracking.verifications where person = ? and received_at < ?
            returning 1 as n, at as from_at, at as until_at
            """)
        .params(person.value(), periods.before(DataClass.POINT).atOffset(ZoneOffset.UTC))
        .query((row, _) -> row(row))
        .list();
  }

  /**
   * Destroys the keys of stretches of these people of which nothing is kept any more and to which
   * nothing can be added: no message that comes late is as old.
   */
  List<Shred> destroyKeys(List<PersonId> people, Instant now) {
    List<UUID> ending =
        jdbc.sql(
                """
                select e.owner from tracking.ending_keys e
                where e.person = any(:people) and e.until_at < :settled
                  and not exists (select from tracking.journal j where j.person = e.person
                    and j.from_at < e.until_at and j.from_at >= e.until_at - interval '30 days')
                """)
            .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
            .param("settled", now.minus(Fixes.LONGEST_STORAGE).atOffset(ZoneOffset.UTC))
            .query((row, _) -> row.getObject("owner", UUID.class))
            .list();
    var shreds = new ArrayList<Shred>();
    for (UUID owner : ending) {
      shreds.add(vault.destroy(new PersonId(owner), Set.of(Purpose.POSITIONING)));
      jdbc.sql("delete from tracking.ending_keys where owner = ?").param(owner).update();
    }
    return shreds;
  }

  /** Everything of somebody who is forgotten, and the keys of their stretches as soon as may be. */
  void forget(PersonId person) {
    List<Instant> sealed =
        jdbc.sql(
                """
                select from_at as at from tracking.journal where person = :person
                union all select reach from tracking.snapshots where person = :person
                """)
            .param("person", person.value())
            .query((row, _) -> instant(row, "at"))
            .list();
    sealed.forEach(at -> ending(person, at));
    jdbc.sql("update tracking.ending_keys set until_at = ? where person = ?")
        .params(Instant.EPOCH.atOffset(ZoneOffset.UTC), person.value())
        .update();
    for (String table :
        List.of("journal", "snapshots", "verifications", "cutouts", "exports", "deleted"))
      jdbc.sql("delete from tracking." + table + " where person = ?")
          .param(person.value())
          .update();
  }

  private static void add(List<Gone> gone, PersonId person, DataClass of, List<Row> rows) {
    if (rows.isEmpty()) return;
    gone.add(
        new Gone(
            person,
            of,
            rows.stream().mapToInt(Row::rows).sum(),
            rows.stream().map(Row::from).min(Comparator.naturalOrder()).orElseThrow(),
            rows.stream().map(Row::until).max(Comparator.naturalOrder()).orElseThrow()));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getInt("n"), instant(row, "from_at"), instant(row, "until_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
