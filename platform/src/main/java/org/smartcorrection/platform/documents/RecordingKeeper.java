package org.smartcorrection.platform.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Clears away recordings that nobody needs: what no act took within a day, what broke off because
 * the platform stopped, and files whose key was destroyed, which nobody can open any more.
 */
@Component
class RecordingKeeper extends Keeper {
  private static final Duration WAITS = Duration.ofDays(1);
  private static final int A_ROUND = 200;
  private static final UUID BEGINNING = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Recordings recordings;
  private final RecordingFiles files;
  private final Clock clock;
  private UUID last = BEGINNING;

  RecordingKeeper(JdbcClient jdbc, Recordings recordings, RecordingFiles files, Clock clock) {
    super("recordings", Duration.ofMinutes(1));
    this.jdbc = jdbc;
    this.recordings = recordings;
    this.files = files;
    this.clock = clock;
  }

  private record Kept(UUID id, PersonId person, Purpose purpose) {}

  @Override
  protected void round() {
    left().forEach(recordings::remove);
    List<Kept> next = after(last);
    for (Kept one : next)
      if (files.of(one.person(), one.purpose(), one.id()).isEmpty()) files.delete(one.id());
    last = next.size() < A_ROUND ? BEGINNING : next.getLast().id();
  }

  private List<UUID> left() {
    return jdbc.sql(
            "select id from documents.recordings where document is null and begun_at < ? limit ?")
        .params(clock.instant().minus(WAITS).atOffset(ZoneOffset.UTC), A_ROUND)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  private List<Kept> after(UUID id) {
    return jdbc.sql(
            "select id, person, purpose from documents.recordings where id > ? order by id limit ?")
        .params(id, A_ROUND)
        .query(
            (row, _) ->
                new Kept(
                    row.getObject("id", UUID.class),
                    new PersonId(row.getObject("person", UUID.class)),
                    Purpose.valueOf(row.getString("purpose"))))
        .list();
  }
}
