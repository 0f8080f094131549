package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.PersonForgotten;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The zones of a person in one sealed run, so that a start opens one run a person and not one a
 * zone. They follow from the acts and are made again from them: an act that changes zones takes the
 * packed ones away in its own transaction, and what was packed of an earlier state is not kept.
 */
@Repository
class PackedZones {
  private static final Logger LOG = LoggerFactory.getLogger(PackedZones.class);

  private final JdbcClient jdbc;
  private final Vault vault;
  private final SetZones set;

  PackedZones(JdbcClient jdbc, Vault vault, SetZones set) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.set = set;
  }

  /** Those of these people that are packed and up to date. */
  Map<PersonId, Zones> of(Collection<PersonId> people) {
    var found = new HashMap<PersonId, Zones>();
    jdbc.sql(
            """
            select person, sealed from tracking.packed_zones
            where person = any(?) and form = ? and sealed is not null
            """)
        .params(people.stream().map(PersonId::value).toArray(UUID[]::new), ZonesForm.NUMBER)
        .query(
            row -> {
              var person = new PersonId(row.getObject("person", UUID.class));
              open(person, row.getBytes("sealed")).ifPresent(zones -> found.put(person, zones));
            });
    return found;
  }

  /** What cannot be read is as if it were not packed: the acts say it all. */
  private Optional<Zones> open(PersonId person, byte[] sealed) {
    try {
      return vault
          .open(person, Purpose.CASEWORK, place(person), sealed)
          .map(bytes -> ZonesForm.decode(bytes, set::schedule));
    } catch (Vault.Tampered | IllegalArgumentException e) {
      LOG.warn("packed zones cannot be read: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  /** Whoever has a ground and no packed zones, or such of another form. */
  List<PersonId> missing(Instant now, Set<PersonId> but, int most) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            select distinct g.person from tracking.grounds g
            left join tracking.packed_zones p on p.person = g.person
            where g.from_at <= ? and g.until_at > ? and (g.ended_at is null or g.ended_at > ?)
              and (p.sealed is null or p.form <> ?) and g.person <> all(?)
            limit ?
            """)
        .params(
            at,
            at,
            at,
            ZonesForm.NUMBER,
            but.stream().map(PersonId::value).toArray(UUID[]::new),
            most)
        .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  /**
   * How often a person's zones have changed, to be asked before they are read: only then can what
   * is packed be told from what an act changed meanwhile.
   */
  long changes(PersonId person) {
    jdbc.sql(
            """
            insert into tracking.packed_zones (person, changes) values (?, 0)
            on conflict (person) do nothing
            """)
        .param(person.value())
        .update();
    return jdbc.sql("select changes from tracking.packed_zones where person = ?")
        .param(person.value())
        .query(Long.class)
        .single();
  }

  /**
   * Keeps them, unless they have changed since.
   *
   * @param changes as they were counted before the zones were read
   * @return whether they are kept
   */
  boolean keep(PersonId person, long changes, Zones zones) {
    byte[] sealed = vault.seal(person, Purpose.CASEWORK, place(person), ZonesForm.encode(zones));
    return jdbc.sql(
                """
                update tracking.packed_zones set form = ?, sealed = ?
                where person = ? and changes = ?
                """)
            .params(ZonesForm.NUMBER, sealed, person.value(), changes)
            .update()
        == 1;
  }

  /** In the transaction of the act. */
  @EventListener
  void on(ActRecorded event) {
    if (!Areas.concerned(event)) return;
    jdbc.sql(
            """
            insert into tracking.packed_zones as p (person, changes) values (?, 1)
            on conflict (person) do update set changes = p.changes + 1, sealed = null
            """)
        .param(event.in().person().value())
        .update();
  }

  @EventListener
  void on(PersonForgotten event) {
    jdbc.sql("delete from tracking.packed_zones where person = ?")
        .param(event.person().value())
        .update();
  }

  private static String place(PersonId person) {
    return "tracking.packed_zones/" + person;
  }
}
