package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.location.Fixes;
import org.smartcorrection.location.supervision.SupervisionState;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is remembered of each supervision at some moments; gone as soon as the ground is. They are
 * made from the journal and can be made again.
 */
@Repository
class Snapshots {
  private final JdbcClient jdbc;
  private final Vault vault;

  Snapshots(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /**
   * A supervision at a moment.
   *
   * @param reach everything up to here was judged
   * @param made number of the last observation that had been made
   */
  record Snapshot(SupervisionState state, Instant reach, long made) {}

  /** The latest one of each of these people; absent where nothing is remembered. */
  Map<PersonId, Snapshot> latest(Collection<PersonId> people) {
    var found = new HashMap<PersonId, Snapshot>();
    jdbc.sql(
            """
            select s.* from unnest(?::uuid[]) p (person) cross join lateral (
              select person, reach, made, sealed from tracking.snapshots where person = p.person
              order by reach desc limit 1) s
            """)
        .param(people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(
            row -> {
              var person = new PersonId(row.getObject("person", UUID.class));
              snapshot(row, person).ifPresent(snapshot -> found.put(person, snapshot));
            });
    return found;
  }

  private Optional<Snapshot> snapshot(ResultSet row, PersonId person) throws SQLException {
    Instant reach = row.getObject("reach", OffsetDateTime.class).toInstant();
    long made = row.getLong("made");
    return vault
        .open(
            Stretches.owner(person, reach),
            Purpose.POSITIONING,
            place(person, reach),
            row.getBytes("sealed"))
        .map(bytes -> new Snapshot(state(bytes), reach, made));
  }

  /** One of another version begins anew there: what was observed before stays as it is. */
  private static SupervisionState state(byte[] bytes) {
    try {
      return SupervisionState.decode(bytes);
    } catch (IllegalArgumentException _) {
      return SupervisionState.start();
    }
  }

  /**
   * Keeps one, and none from before the earliest moment of which a message may still come. A
   * stretch whose key was destroyed gets none: who was silent since then is known no further.
   */
  void save(PersonId person, Snapshot snapshot) {
    PersonId owner = Stretches.owner(person, snapshot.reach());
    if (vault.derive(owner, Purpose.POSITIONING, "snapshot").isEmpty()) return;
    byte[] sealed =
        vault.seal(
            owner, Purpose.POSITIONING, place(person, snapshot.reach()), snapshot.state().encode());
    jdbc.sql(
            """
            with gone as (delete from tracking.snapshots where person = ? and reach < ?)
            insert into tracking.snapshots (person, reach, made, sealed) values (?, ?, ?, ?)
            on conflict (person, reach) do update set made = excluded.made, sealed = excluded.sealed
            """)
        .params(
            person.value(),
            snapshot.reach().minus(Fixes.LONGEST_STORAGE).atOffset(ZoneOffset.UTC),
            person.value(),
            snapshot.reach().atOffset(ZoneOffset.UTC),
            snapshot.made(),
            sealed)
        .update();
  }

  /** Forgets those that would have been others had what came late come in time. */
  void forgetFrom(PersonId person, Instant late) {
    jdbc.sql("delete from tracking.snapshots where person = ? and reach >= ?")
        .params(person.value(), late.atOffset(ZoneOffset.UTC))
        .update();
  }

  void forget(PersonId person) {
    jdbc.sql("delete from tracking.snapshots where person = ?").param(person.value()).update();
  }

  private static String place(PersonId person, Instant reach) {
    return "tracking.snapshots/" + person + "/" + reach.toEpochMilli();
  }
}
