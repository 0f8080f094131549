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
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Observation.Phase;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was observed of each person, only ever added to: what does not hold any more, because
 * messages came later, stays and says since when it is withdrawn.
 */
@Repository
class Observations {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Observations(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * One observation.
   *
   * @param number of the person's, in the order in which they were made
   * @param alarm the question it was added to; absent where it raises none
   * @param withdrawnAt since when it does not hold any more
   * @param replaced whether another stands in its place
   */
  record Noted(
      long number,
      @Nullable UUID alarm,
      Observation observation,
      @Nullable Instant withdrawnAt,
      boolean replaced) {
    boolean stands() {
      return withdrawnAt == null;
    }
  }

  /** The number of the last one of each of these people; absent before the first. */
  Map<PersonId, Long> last(Collection<PersonId> people) {
    var last = new HashMap<PersonId, Long>();
    jdbc.sql(
            """
            select o.* from unnest(?::uuid[]) p (person) cross join lateral (
              select person, number from tracking.observations where person = p.person
              order by number desc limit 1) o
            """)
        .param(people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(
            row -> {
              last.put(new PersonId(row.getObject("person", UUID.class)), row.getLong("number"));
            });
    return last;
  }

  /** From which of a person's on, under a ground. */
  record Since(PersonId person, UUID ground, long after) {}

  /** What stands of what was made under a ground after the one with this number. */
  List<Noted> standing(PersonId person, UUID ground, long after) {
    return standing(List.of(new Since(person, ground, after))).getOrDefault(person, List.of());
  }

  /** The same for each of several people; absent where nothing stands. */
  Map<PersonId, List<Noted>> standing(Collection<Since> since) {
    var standing = new HashMap<PersonId, List<Noted>>();
    jdbc.sql(
            """
            select o.* from unnest(?::uuid[], ?::uuid[], ?::bigint[]) s (person, ground, number)
            join tracking.observations o on o.person = s.person and o.number > s.number
              and o.ground = s.ground and o.withdrawn_at is null
            order by o.person, o.number
            """)
        .params(
            since.stream().map(one -> one.person().value()).toArray(UUID[]::new),
            since.stream().map(Since::ground).toArray(UUID[]::new),
            since.stream().map(Since::after).toArray(Long[]::new))
        .query(
            row -> {
              var person = new PersonId(row.getObject("person", UUID.class));
              noted(row, person)
                  .ifPresent(
                      one -> standing.computeIfAbsent(person, _ -> new ArrayList<>()).add(one));
            });
    return standing;
  }

  /** What a question rests on, the earliest first, with what was withdrawn of it. */
  List<Noted> of(Alarm alarm) {
    return jdbc
        .sql("select * from tracking.observations where alarm = ? order by at, number")
        .param(alarm.id())
        .query((row, _) -> noted(row, alarm.person()))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** What began in a time, was asked, and still stands: without what is sealed of it. */
  List<PastTracks.Asked> asked(PersonId person, Instant from, Instant until) {
    return jdbc.sql(
            """
            select kind, zone, since, alarm from tracking.observations
            where person = ? and at >= ? and at < ? and phase = 'RAISED' and withdrawn_at is null
              and alarm is not null
            order by at, number
            """)
        .params(person.value(), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new PastTracks.Asked(
                    Kind.valueOf(row.getString("kind")),
                    row.getString("zone"),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    row.getObject("alarm", UUID.class)))
        .list();
  }

  /** The question to which the beginning of the same was added. */
  Optional<UUID> alarmOf(PersonId person, Observation observation) {
    return jdbc.sql(
            """
            select alarm from tracking.observations
            where person = ? and kind = ? and zone = ? and since = ? and phase = 'RAISED'
              and alarm is not null
            order by number desc limit 1
            """)
        .params(
            person.value(),
            observation.kind().name(),
            observation.zone(),
            observation.since().atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getObject("alarm", UUID.class))
        .optional();
  }

  /** Whether anything that begins, of what a question rests on, still stands. */
  boolean carry(UUID alarm) {
    return jdbc.sql(
            """
            select exists (select from tracking.observations
              where alarm = ? and phase = 'RAISED' and withdrawn_at is null)
            """)
        .param(alarm)
        .query(Boolean.class)
        .single();
  }

  /** Whether what a question rests on has not ended, as far as it stands. */
  boolean goesOn(UUID alarm) {
    return jdbc.sql(
            """
            select phase from tracking.observations
            where alarm = ? and withdrawn_at is null order by at desc, number desc limit 1
            """)
        .param(alarm)
        .query((row, _) -> Phase.valueOf(row.getString("phase")))
        .optional()
        .filter(phase -> phase != Phase.ENDED)
        .isPresent();
  }

  void add(
      PersonId person, long number, UUID ground, @Nullable UUID alarm, Observation observation) {
    jdbc.sql(
            """
            insert into tracking.observations (person, number, ground, alarm, kind, phase, zone, since,
              at, made_at, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                person.value(),
                number,
                ground,
                alarm,
                observation.kind().name(),
                observation.phase().name(),
                observation.zone(),
                observation.since().atOffset(ZoneOffset.UTC),
                observation.at().atOffset(ZoneOffset.UTC),
                clock.instant().atOffset(ZoneOffset.UTC),
                vault.seal(
                    person,
                    Purpose.POSITIONING,
                    place(person, number),
                    Json.bytes(StoredObservation.of(observation)))))
        .update();
  }

  /** From now on it does not hold, or another one stands in its place. */
  void withdraw(PersonId person, long number, @Nullable Long replacement) {
    jdbc.sql(
            """
            update tracking.observations set withdrawn_at = ?, replaced_by = ?
            where person = ? and number = ?
            """)
        .params(
            Params.of(
                clock.instant().atOffset(ZoneOffset.UTC), replacement, person.value(), number))
        .update();
  }

  private Optional<Noted> noted(ResultSet row, PersonId person) throws SQLException {
    long number = row.getLong("number");
    @Nullable UUID alarm = row.getObject("alarm", UUID.class);
    @Nullable OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
    boolean replaced = row.getObject("replaced_by") != null;
    return vault
        .open(person, Purpose.POSITIONING, place(person, number), row.getBytes("sealed"))
        .map(json -> Json.read(json, StoredObservation.class).observation())
        .map(
            observation ->
                new Noted(
                    number,
                    alarm,
                    observation,
                    withdrawn == null ? null : withdrawn.toInstant(),
                    replaced));
  }

  /** Whether something began and has not ended: the same kind and zone, under a ground. */
  boolean isOn(PersonId person, UUID ground, Kind kind) {
    return jdbc.sql(
            """
            select phase from tracking.observations
            where person = ? and ground = ? and kind = ? and withdrawn_at is null
            order by number desc limit 1
            """)
        .params(person.value(), ground, kind.name())
        .query((row, _) -> Phase.valueOf(row.getString("phase")))
        .optional()
        .filter(phase -> phase != Phase.ENDED)
        .isPresent();
  }

  private static String place(PersonId person, long number) {
    return "tracking.observations/" + person + "/" + number;
  }
}
