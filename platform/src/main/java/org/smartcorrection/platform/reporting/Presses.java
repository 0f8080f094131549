package org.smartcorrection.platform.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Presses kept on phones, each taken once. */
@Repository
class Presses {
  private final JdbcClient jdbc;

  Presses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A press as it was taken; no act when nothing was due. */
  record Press(PersonId person, boolean own, Optional<ActId> act) {}

  /**
   * Takes a press for the first time.
   *
   * @return false when it was taken before; a second one at the same moment waits for the first
   */
  boolean take(UUID id, PersonId person, Instant pressedAt, Instant now, PressTime time) {
    return jdbc.sql(
                """
                insert into reporting.presses (id, person, pressed_at, received_at, own)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(id, person.value(), utc(pressedAt), utc(now), time.own())
            .update()
        == 1;
  }

  void led(UUID id, ActId act) {
    jdbc.sql("update reporting.presses set act = ? where id = ?").params(act.value(), id).update();
  }

  Press get(UUID id) {
    return jdbc.sql("select person, own, act from reporting.presses where id = ?")
        .param(id)
        .query((row, _) -> press(row))
        .single();
  }

  private static Press press(ResultSet row) throws SQLException {
    @Nullable UUID act = row.getObject("act", UUID.class);
    return new Press(
        new PersonId(row.getObject("person", UUID.class)),
        row.getBoolean("own"),
        Optional.ofNullable(act).map(ActId::new));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
