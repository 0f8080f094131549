package org.smartcorrection.platform.roster;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What turns of duty told the next, and who took it over: only ever added to. */
@Repository
class Notes {
  private static final String SELECT =
      """
      select n.*, r.account taken_by, r.taken_at
      from roster.notes n left join roster.receipts r on r.note = n.id
      """;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Notes(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * One note.
   *
   * @param shift that hands over
   * @param open how many alarms were open then, {@code unseen} of them acknowledged by nobody
   * @param takenBy who took it over; absent until then
   */
  record Note(
      UUID id,
      AgencyId custody,
      Shift shift,
      AccountId by,
      Instant writtenAt,
      int open,
      int unseen,
      String words,
      @Nullable AccountId takenBy,
      @Nullable Instant takenAt) {}

  /** The latest first. */
  Slice<Note> of(AgencyId custody, @Nullable String before, int size) {
    List<Note> rows =
        jdbc.sql(
                SELECT
                    + """
                    where n.custody = :custody and (:before::uuid is null or n.id < :before::uuid)
                    order by n.id desc limit :limit
                    """)
            .param("custody", custody.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> note(row))
            .list();
    return Slice.of(rows, size, note -> note.id().toString());
  }

  Optional<Note> find(UUID id) {
    return jdbc.sql(SELECT + "where n.id = ?").param(id).query((row, _) -> note(row)).optional();
  }

  void write(AgencyId custody, Shift shift, Pending.Count pending, String words, Actor by) {
    UUID id = Uuids.next(clock);
    jdbc.sql(
            """
            insert into roster.notes (id, custody, day, half, account, post, written_at, open_alarms,
              unseen_alarms, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            custody.value(),
            shift.day(),
            shift.half().name(),
            by.account().value(),
            by.post().value(),
            clock.instant().atOffset(ZoneOffset.UTC),
            pending.open(),
            pending.unseen(),
            vault.sealForInstallation(place(id), words.getBytes(StandardCharsets.UTF_8)))
        .update();
  }

  /** Notes that it was taken over; once. */
  void take(UUID note, Actor by) {
    jdbc.sql(
            """
            insert into roster.receipts (note, account, post, taken_at) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(
            note, by.account().value(), by.post().value(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Note note(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    @Nullable UUID taken = row.getObject("taken_by", UUID.class);
    @Nullable OffsetDateTime at = row.getObject("taken_at", OffsetDateTime.class);
    byte[] words = vault.openForInstallation(place(id), row.getBytes("sealed"));
    return new Note(
        id,
        new AgencyId(row.getObject("custody", UUID.class)),
        new Shift(row.getObject("day", LocalDate.class), Shift.Half.valueOf(row.getString("half"))),
        new AccountId(row.getObject("account", UUID.class)),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getInt("open_alarms"),
        row.getInt("unseen_alarms"),
        new String(words, StandardCharsets.UTF_8),
        taken == null ? null : new AccountId(taken),
        at == null ? null : at.toInstant());
  }

  private static String place(UUID note) {
    return "roster.notes/" + note;
  }
}
