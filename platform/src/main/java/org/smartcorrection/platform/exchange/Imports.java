package org.smartcorrection.platform.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The imports of all agencies. */
@Repository
class Imports {
  /** What is begun and not ended goes by itself; so does the report of what was done. */
  static final Duration KEPT = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final ImportRows rows;
  private final Vault vault;
  private final Clock clock;

  Imports(JdbcClient jdbc, ImportRows rows, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.vault = vault;
    this.clock = clock;
  }

  /** Keeps a table, sealed, until somebody says what its columns hold. */
  @Transactional
  UUID begin(Handed handed, AgencyId custody, Actor by) {
    UUID id = Uuids.next(clock);
    Instant now = clock.instant();
    byte[] header = Json.bytes(handed.header());
    jdbc.sql(
            """
            insert into exchange.imports (id, custody, account, post, state, created_at, delete_at,
              sealed_header, rows)
            values (?, ?, ?, ?, 'READ', ?, ?, ?, ?)
            """)
        .params(
            id,
            custody.value(),
            by.account().value(),
            by.post().value(),
            now.atOffset(ZoneOffset.UTC),
            now.plus(KEPT).atOffset(ZoneOffset.UTC),
            vault.seal(Import.owner(id), Purpose.IMPORT, place(id), header),
            handed.rows().size())
        .update();
    rows.add(id, handed.rows());
    return id;
  }

  /**
   * One import of an agency.
   *
   * @throws NotFound when there is none, or it is another agency's
   */
  Import get(UUID id, AgencyId custody) {
    return jdbc.sql("select * from exchange.imports where id = ? and custody = ?")
        .params(id, custody.value())
        .query((row, _) -> read(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  List<Import> of(AgencyId custody, int most) {
    return jdbc.sql("select * from exchange.imports where custody = ? order by id desc limit ?")
        .params(custody.value(), most)
        .query((row, _) -> read(row))
        .list();
  }

  /** Those that were running when the platform stopped, and those that run now. */
  List<Import> running() {
    return jdbc.sql("select * from exchange.imports where state = 'RUNNING' order by id")
        .query((row, _) -> read(row))
        .list();
  }

  /** What is over its time. */
  List<UUID> expired(Instant now) {
    return jdbc.sql("select id from exchange.imports where delete_at <= ? and state <> 'RUNNING'")
        .param(now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  TableRow header(UUID id) {
    byte[] sealed =
        jdbc.sql("select sealed_header from exchange.imports where id = ?")
            .param(id)
            .query((row, _) -> row.getBytes(1))
            .optional()
            .orElseThrow(NotFound::new);
    byte[] json =
        vault.open(Import.owner(id), Purpose.IMPORT, place(id), sealed).orElseThrow(NotFound::new);
    return Json.read(json, TableRow.class);
  }

  void tried(UUID id, Mapping mapping, int verified, int unverified, int refused) {
    jdbc.sql(
            """
            update exchange.imports set state = 'TRIED', columns = ?, verified = ?, unverified = ?,
              refused = ? where id = ? and state in ('READ', 'TRIED')
            """)
        .params(text(mapping), verified, unverified, refused, id)
        .update();
  }

  /** Whether it begins to run now: only once. */
  boolean start(UUID id) {
    return jdbc.sql(
                "update exchange.imports set state = 'RUNNING' where id = ? and state = 'TRIED'")
            .param(id)
            .update()
        == 1;
  }

  /** Ends it: no row is left, and no key that could open a copy of one. */
  @Transactional
  void end(UUID id) {
    jdbc.sql(
            """
            update exchange.imports set state = 'DONE', finished_at = ?, delete_at = ?,
              sealed_header = null where id = ? and state = 'RUNNING'
            """)
        .params(
            clock.instant().atOffset(ZoneOffset.UTC),
            clock.instant().plus(KEPT).atOffset(ZoneOffset.UTC),
            id)
        .update();
    jdbc.sql("delete from exchange.rows where import = ?").param(id).update();
  }

  /** Deletes it with everything that belongs to it; what was taken over stays. */
  @Transactional
  void delete(UUID id) {
    jdbc.sql("delete from exchange.imports where id = ? and state <> 'RUNNING'").param(id).update();
  }

  /** Destroys the key that the rows were sealed with. */
  void destroyKey(UUID id) {
    vault.destroy(Import.owner(id), Purpose.IMPORT);
  }

  private static Import read(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    @Nullable String columns = row.getString("columns");
    return new Import(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("custody", UUID.class)),
        new AccountId(row.getObject("account", UUID.class)),
        new PostId(row.getObject("post", UUID.class)),
        Import.State.valueOf(row.getString("state")),
        instant(row.getObject("created_at", OffsetDateTime.class)),
        finished == null ? null : finished.toInstant(),
        instant(row.getObject("delete_at", OffsetDateTime.class)),
        columns == null ? null : mapping(columns),
        row.getInt("rows"),
        row.getInt("verified"),
        row.getInt("unverified"),
        row.getInt("refused"),
        row.getInt("done"));
  }

  private static Instant instant(@Nullable OffsetDateTime at) {
    return Objects.requireNonNull(at).toInstant();
  }

  /** As the database keeps it: {@code NAME=0 GENDER=3}. */
  private static String text(Mapping mapping) {
    return mapping.columns().entrySet().stream()
        .map(entry -> entry.getKey().name() + "=" + entry.getValue())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static Mapping mapping(String text) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    if (!text.isEmpty())
      Arrays.stream(text.split(" "))
          .map(entry -> entry.split("="))
          .forEach(entry -> columns.put(Field.valueOf(entry[0]), Integer.valueOf(entry[1])));
    return new Mapping(columns);
  }

  private static String place(UUID id) {
    return "exchange.imports/" + id;
  }
}
