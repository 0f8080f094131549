package org.smartcorrection.platform.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Fixes;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.location.protocol.Vitals;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.tracking.DataClass;
import org.smartcorrection.platform.tracking.Gone;
import org.smartcorrection.platform.tracking.HealthKept;
import org.smartcorrection.platform.tracking.Stretches;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Shred;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The signs of the body that are kept: sealed, each stretch of thirty days of a ground under a key
 * of its own, so that destroying it deletes them wherever copies lie (PIPL 47).
 */
@Repository
class BodyValues implements HealthKept {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  BodyValues(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /** What a device measured at one time. */
  record Value(UUID id, Instant at, Vitals vitals) {}

  private record Sealed(
      @Nullable Integer heartRate,
      @Nullable Integer pressureHigh,
      @Nullable Integer pressureLow,
      @Nullable Double temperature,
      @Nullable Integer steps,
      boolean fell) {
    static Sealed of(Vitals vitals) {
      Vitals.@Nullable Pressure pressure = vitals.pressure().orElse(null);
      return new Sealed(
          vitals.heartRate().isPresent() ? vitals.heartRate().getAsInt() : null,
          pressure == null ? null : pressure.high(),
          pressure == null ? null : pressure.low(),
          vitals.temperature().isPresent() ? vitals.temperature().getAsDouble() : null,
          vitals.steps().isPresent() ? vitals.steps().getAsInt() : null,
          vitals.fell());
    }

    Vitals at(Instant time) {
      return new Vitals(
          Optional.of(time),
          whole(heartRate),
          pressureHigh == null || pressureLow == null
              ? Optional.empty()
              : Optional.of(new Vitals.Pressure(pressureHigh, pressureLow)),
          temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature),
          whole(steps),
          fell);
    }

    private static OptionalInt whole(@Nullable Integer value) {
      return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
  }

  /**
   * Keeps what was measured at a time.
   *
   * @return false when it was kept already
   */
  boolean keep(HealthGround ground, Instant at, Vitals vitals) {
    UUID owner = key(ground.id(), at);
    String kinds =
        vitals.signs().stream().map(VitalSign::name).sorted().collect(Collectors.joining(" "));
    byte[] sealed =
        vault.seal(
            new PersonId(owner), Purpose.HEALTH, place(ground.id()), Json.bytes(Sealed.of(vitals)));
    return jdbc.sql(
                """
                insert into welfare.body_values (id, ground, person, at, kinds, sealed)
                values (?, ?, ?, ?, ?, ?) on conflict (ground, at, kinds) do nothing
                """)
            .params(
                Uuids.next(clock),
                ground.id(),
                ground.person().value(),
                at.atOffset(ZoneOffset.UTC),
                kinds,
                sealed)
            .update()
        == 1;
  }

  /** The key of a moment of a ground, which is noted so that it can be destroyed. */
  UUID key(UUID ground, Instant at) {
    UUID owner = Stretches.owner(new PersonId(ground), at).value();
    jdbc.sql(
            """
            insert into welfare.keys (owner, ground, until_at) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(owner, ground, Stretches.end(new PersonId(ground), at).atOffset(ZoneOffset.UTC))
        .update();
    return owner;
  }

  /** What was kept on a ground, the latest that came first, from before one of them on. */
  Slice<Value> of(UUID ground, @Nullable String before, int size) {
    List<Row> rows =
        jdbc.sql(
                """
                select id, ground, at, sealed from welfare.body_values
                where ground = :ground and (:before::uuid is null or id < :before::uuid)
                order by id desc limit :limit
                """)
            .param("ground", ground)
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> row(row))
            .list();
    Slice<Row> page = Slice.of(rows, size, row -> row.id().toString());
    return new Slice<>(opened(page.rows()), page.next());
  }

  /** What was measured between two times, in their order. */
  List<Value> between(UUID ground, Instant from, Instant until, int most) {
    return opened(
            jdbc.sql(
                    """
                    select id, ground, at, sealed from welfare.body_values
                    where ground = ? and at >= ? and at <= ? order by at desc limit ?
                    """)
                .params(ground, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), most)
                .query((row, _) -> row(row))
                .list())
        .reversed();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Row(UUID id, UUID ground, Instant at, byte[] sealed) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("ground", UUID.class),
        instant(row, "at"),
        row.getBytes("sealed"));
  }

  private List<Value> opened(List<Row> rows) {
    return rows.stream().map(this::open).filter(Objects::nonNull).toList();
  }

  private @Nullable Value open(Row row) {
    return vault
        .open(
            Stretches.owner(new PersonId(row.ground()), row.at()),
            Purpose.HEALTH,
            place(row.ground()),
            row.sealed())
        .map(json -> Json.read(json, Sealed.class))
        .map(kept -> new Value(row.id(), row.at(), kept.at(row.at())))
        .orElse(null);
  }

  /** Deletes everything of a ground that is over, and remembers how much there was to tell. */
  void drop(HealthGround ground) {
    merge(
            ground.person(),
            deleted(
                jdbc.sql("delete from welfare.body_values where ground = ? returning at")
                    .param(ground.id())))
        .ifPresent(
            gone ->
                jdbc.sql(
                        """
                        insert into welfare.dropped (ground, person, rows_gone, from_at, until_at)
                        values (?, ?, ?, ?, ?)
                        """)
                    .params(
                        ground.id(),
                        ground.person().value(),
                        gone.rows(),
                        gone.from().atOffset(ZoneOffset.UTC),
                        gone.until().atOffset(ZoneOffset.UTC))
                    .update());
  }

  /** What is to be told of a ground that is over; told once. */
  Optional<Gone> dropped(UUID ground) {
    return told("ground", ground).stream().findFirst();
  }

  private List<Gone> told(String column, UUID value) {
    return jdbc.sql("delete from welfare.dropped where " + column + " = ? returning *")
        .param(value)
        .query(
            (row, _) ->
                new Gone(
                    new PersonId(row.getObject("person", UUID.class)),
                    DataClass.HEALTH,
                    row.getInt("rows_gone"),
                    instant(row, "from_at"),
                    instant(row, "until_at")))
        .list();
  }

  /** Destroys all keys of a ground that is over. */
  List<Shred> destroyKeys(UUID ground) {
    return destroy(
        jdbc.sql("delete from welfare.keys where ground = ? returning owner").param(ground));
  }

  @Override
  public Kept of(Collection<PersonId> people) {
    return jdbc.sql(
            "select count(*) as n, min(at) as oldest from welfare.body_values where person ="
                + " any(?)")
        .param(ids(people))
        .query(
            (row, _) ->
                new Kept(row.getInt("n"), row.getInt("n") == 0 ? null : instant(row, "oldest")))
        .single();
  }

  @Override
  public Optional<Gone> delete(PersonId person, Instant before) {
    List<Gone> gone = new ArrayList<>(told("person", person.value()));
    jdbc.sql("delete from welfare.alerts where person = ? and closed_at < ?")
        .params(person.value(), before.atOffset(ZoneOffset.UTC))
        .update();
    merge(
            person,
            deleted(
                jdbc.sql("delete from welfare.body_values where person = ? and at < ? returning at")
                    .params(person.value(), before.atOffset(ZoneOffset.UTC))))
        .ifPresent(gone::add);
    return gone.stream().reduce(BodyValues::plus);
  }

  /** Of stretches that nothing lies in any more and nothing can be added to. */
  @Override
  public List<Shred> destroyKeys(Collection<PersonId> people, Instant now) {
    return destroy(
        jdbc.sql(
                """
                delete from welfare.keys k using welfare.grounds g
                where g.id = k.ground and g.person = any(:people)
                  and (g.ended_at is not null or (k.until_at < :settled
                    and not exists (select from welfare.body_values v where v.ground = k.ground
                      and v.at < k.until_at and v.at >= k.until_at - interval '30 days')
                    and not exists (select from welfare.alerts a where a.ground = k.ground
                      and a.raised_at < k.until_at
                      and a.raised_at >= k.until_at - interval '30 days')))
                returning k.owner
                """)
            .param("people", ids(people))
            .param("settled", now.minus(Fixes.LONGEST_STORAGE).atOffset(ZoneOffset.UTC)));
  }

  private List<Shred> destroy(JdbcClient.StatementSpec owners) {
    return owners.query((row, _) -> row.getObject("owner", UUID.class)).list().stream()
        .map(owner -> vault.destroy(new PersonId(owner), Set.of(Purpose.HEALTH)))
        .toList();
  }

  private static List<Instant> deleted(JdbcClient.StatementSpec rows) {
    return rows.query((row, _) -> instant(row, "at")).list();
  }

  private static Optional<Gone> merge(PersonId person, List<Instant> times) {
    return times.stream()
        .map(at -> new Gone(person, DataClass.HEALTH, 1, at, at))
        .reduce(BodyValues::plus);
  }

  private static Gone plus(Gone one, Gone other) {
    return new Gone(
        one.person(),
        one.of(),
        one.rows() + other.rows(),
        one.from().isBefore(other.from()) ? one.from() : other.from(),
        one.until().isAfter(other.until()) ? one.until() : other.until());
  }

  private static UUID[] ids(Collection<PersonId> people) {
    return people.stream().map(PersonId::value).toArray(UUID[]::new);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String place(UUID ground) {
    return "welfare.body_values/" + ground;
  }
}
