package org.smartcorrection.platform.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Page;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The part of a track around a question. It outlives the track, because the question, or a
 * complaint about what came of it, may have to be looked at again.
 */
@Repository
class Cutouts {
  private static final Duration BEFORE = Duration.ofHours(1);
  private static final Duration AFTER = Duration.ofHours(2);
  private static final int MOST = 400;

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Vault vault;

  Cutouts(JdbcClient jdbc, Journal journal, Vault vault) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.vault = vault;
  }

  /** Entries around a question, of the track while there is one, else as they were cut out. */
  List<Entry> around(Alarm alarm, Instant from, Instant until, int most) {
    List<Entry> track = journal.between(alarm.person(), from, until, most);
    return track.isEmpty() ? cut(alarm.id(), alarm.person()) : track;
  }

  private List<Entry> cut(UUID alarm, PersonId person) {
    return jdbc.sql("select sealed from tracking.cutouts where alarm = ?")
        .param(alarm)
        .query((row, _) -> row.getBytes("sealed"))
        .optional()
        .flatMap(bytes -> vault.open(person, Purpose.POSITIONING, place(alarm), bytes))
        .map(bytes -> Page.decode(bytes).entries())
        .orElse(List.of());
  }

  /**
   * Cuts out what questions rest on, of a track that is about to go.
   *
   * @param before what was measured before this goes
   * @param closedSince questions that were closed before this need nothing any more
   */
  void make(PersonId person, Instant before, Instant closedSince) {
    record Asked(UUID alarm, Instant at) {}
    jdbc.sql(
            """
            select id, opened_at from tracking.alarms a
            where person = ? and opened_at < ? and not (closed and changed_at < ?)
              and not exists (select from tracking.cutouts c where c.alarm = a.id)
            """)
        .params(
            person.value(),
            before.plus(BEFORE).atOffset(ZoneOffset.UTC),
            closedSince.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Asked(
                    row.getObject("id", UUID.class),
                    row.getObject("opened_at", OffsetDateTime.class).toInstant()))
        .list()
        .forEach(
            asked ->
                keep(
                    asked.alarm(),
                    person,
                    journal.between(
                        person, asked.at().minus(BEFORE), asked.at().plus(AFTER), MOST)));
  }

  private void keep(UUID alarm, PersonId person, List<Entry> entries) {
    if (entries.isEmpty()) return;
    jdbc.sql("insert into tracking.cutouts (alarm, person, sealed) values (?, ?, ?)")
        .params(
            alarm,
            person.value(),
            vault.seal(person, Purpose.POSITIONING, place(alarm), new Page(entries).encode()))
        .update();
  }

  private static String place(UUID alarm) {
    return "tracking.cutouts/" + alarm;
  }
}
