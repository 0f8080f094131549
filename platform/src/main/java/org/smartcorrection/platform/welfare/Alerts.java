package org.smartcorrection.platform.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.tracking.Stretches;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The welfare alerts. What they are about and what was done is sealed as the values are. */
@Repository
class Alerts {
  private final JdbcClient jdbc;
  private final BodyValues values;
  private final Vault vault;
  private final Clock clock;

  Alerts(JdbcClient jdbc, BodyValues values, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.values = values;
    this.vault = vault;
    this.clock = clock;
  }

  private record About(VitalSign sign, Instant at) {}

  private record Done(Alert.Help help, String note) {}

  /**
   * Raises one, unless somebody is being told of the same already; a further fall after somebody
   * acknowledged the first is told again.
   */
  void raise(
      HealthGround ground, @Nullable AgencyId office, VitalSign sign, Instant at, Instant now) {
    boolean known =
        of(ground.id()).stream()
            .filter(Alert::isOpen)
            .anyMatch(
                open -> open.sign() == sign && (sign != VitalSign.FALL || open.seenAt() == null));
    if (known) return;
    UUID id = Uuids.next(clock);
    UUID key = values.key(ground.id(), now);
    jdbc.sql(
            """
            insert into welfare.alerts (id, ground, case_id, person, custody, office, raised_at,
              sealed) values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                id,
                ground.id(),
                ground.caseId().value(),
                ground.person().value(),
                ground.custody().value(),
                office == null ? null : office.value(),
                now.atOffset(ZoneOffset.UTC),
                vault.seal(
                    new PersonId(key), Purpose.HEALTH, about(id), Json.bytes(new About(sign, at)))))
        .update();
  }

  Optional<Alert> find(UUID id) {
    return opened(
            jdbc.sql("select * from welfare.alerts where id = ?")
                .param(id)
                .query((row, _) -> row(row))
                .list())
        .stream()
        .findFirst();
  }

  /** Open ones of a ground. */
  private List<Alert> of(UUID ground) {
    return opened(
        jdbc.sql("select * from welfare.alerts where ground = ? and closed_at is null")
            .param(ground)
            .query((row, _) -> row(row))
            .list());
  }

  /** A person's, the latest first. */
  List<Alert> of(PersonId person, int most) {
    return opened(
        jdbc.sql("select * from welfare.alerts where person = ? order by id desc limit ?")
            .params(person.value(), most)
            .query((row, _) -> row(row))
            .list());
  }

  /** An agency's, or one office's, the latest first, from before one of them on. */
  List<Alert> page(
      AgencyId custody,
      @Nullable AgencyId office,
      boolean open,
      @Nullable String before,
      int most) {
    return opened(
        jdbc.sql(
                """
                select * from welfare.alerts
                where custody = :custody and (:office::uuid is null or office = :office::uuid)
                  and (closed_at is null) = :open
                  and (:before::uuid is null or id < :before::uuid)
                order by id desc limit :limit
                """)
            .param("custody", custody.value())
            .param("office", office == null ? null : office.value())
            .param("open", open)
            .param("before", before)
            .param("limit", most)
            .query((row, _) -> row(row))
            .list());
  }

  /** Open ones that nobody acknowledged, the oldest first. */
  List<Alert> unseen(int most) {
    return opened(
        jdbc.sql(
                """
                select * from welfare.alerts where seen_at is null and closed_at is null
                order by id limit ?
                """)
            .param(most)
            .query((row, _) -> row(row))
            .list());
  }

  /** Notes who takes care of it; the first one counts. */
  void seen(UUID id, AccountId by) {
    jdbc.sql("update welfare.alerts set seen_at = ?, seen_by = ? where id = ? and seen_at is null")
        .params(clock.instant().atOffset(ZoneOffset.UTC), by.value(), id)
        .update();
  }

  /** Closes it with what was done. */
  void close(Alert alert, Alert.Help help, String note, AccountId by) {
    UUID key = values.key(alert.ground(), alert.raisedAt());
    jdbc.sql(
            """
            update welfare.alerts set closed_at = :now, closed_by = :by, sealed_help = :help,
              seen_at = coalesce(seen_at, :now), seen_by = coalesce(seen_by, :by)
            where id = :id and closed_at is null
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .param(
            "help",
            vault.seal(
                new PersonId(key),
                Purpose.HEALTH,
                done(alert.id()),
                Json.bytes(new Done(help, note))))
        .param("id", alert.id())
        .update();
  }

  /** Everything of a ground that is over. */
  void drop(UUID ground) {
    jdbc.sql("delete from welfare.alerts where ground = ?").param(ground).update();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Row(
      UUID id,
      UUID ground,
      CaseId caseId,
      PersonId person,
      AgencyId custody,
      Instant raisedAt,
      @Nullable Instant seenAt,
      @Nullable AccountId seenBy,
      @Nullable Instant closedAt,
      @Nullable AccountId closedBy,
      byte[] sealed,
      byte @Nullable [] help) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("ground", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new AgencyId(row.getObject("custody", UUID.class)),
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        instant(row, "seen_at"),
        account(row, "seen_by"),
        instant(row, "closed_at"),
        account(row, "closed_by"),
        row.getBytes("sealed"),
        row.getBytes("sealed_help"));
  }

  /** What was sealed under a destroyed key is no alert any more. */
  private List<Alert> opened(List<Row> rows) {
    return rows.stream().map(this::alert).filter(Objects::nonNull).toList();
  }

  private @Nullable Alert alert(Row row) {
    PersonId owner = Stretches.owner(new PersonId(row.ground()), row.raisedAt());
    @Nullable About about =
        vault
            .open(owner, Purpose.HEALTH, about(row.id()), row.sealed())
            .map(json -> Json.read(json, About.class))
            .orElse(null);
    if (about == null) return null;
    byte @Nullable [] help = row.help();
    @Nullable Done done =
        help == null
            ? null
            : vault
                .open(owner, Purpose.HEALTH, done(row.id()), help)
                .map(json -> Json.read(json, Done.class))
                .orElse(null);
    return new Alert(
        row.id(),
        row.ground(),
        row.caseId(),
        row.person(),
        row.custody(),
        about.sign(),
        about.at(),
        row.raisedAt(),
        row.seenAt(),
        row.seenBy(),
        row.closedAt(),
        row.closedBy(),
        done == null ? null : done.help(),
        done == null ? "" : done.note());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
    @Nullable UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new AccountId(id);
  }

  private static String about(UUID id) {
    return "welfare.alerts/" + id;
  }

  private static String done(UUID id) {
    return "welfare.alerts/" + id + "/help";
  }
}
