package org.smartcorrection.platform.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of what was told to whom, and what came of it. */
@Repository
public class Messages {
  private final JdbcClient jdbc;
  private final Clock clock;

  Messages(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How far a message has come. */
  public enum State {
    WAITING,
    SENT,
    UNAVAILABLE
  }

  /**
   * One message.
   *
   * @param agency in whose custody the case is; nobody else may see that there was a message
   * @param channel how it went out, or was tried last; {@code null} while it waits
   * @param why it did not go out
   */
  public record Message(
      UUID id,
      AgencyId agency,
      PersonId person,
      Instant createdAt,
      State state,
      @Nullable String channel,
      @Nullable String why) {}

  /** The messages to one person about cases in one agency's custody, the latest first. */
  public List<Message> to(PersonId person, AgencyId custody, int most) {
    return jdbc.sql(
            """
            select * from notify.messages where person = ? and agency = ? order by id desc limit ?
            """)
        .params(person.value(), custody.value(), most)
        .query((row, _) -> message(row))
        .list();
  }

  void add(AgencyId custody, PersonId person) {
    jdbc.sql(
            """
            insert into notify.messages (id, agency, person, created_at, state)
            values (?, ?, ?, ?, 'WAITING')
            """)
        .params(Uuids.next(clock), custody.value(), person.value(), now())
        .update();
  }

  /** Those that wait, held for this transaction: nobody else sends them meanwhile. */
  List<Message> claim(int most) {
    return jdbc.sql(
            """
            select * from notify.messages where state = 'WAITING'
            order by id limit ? for update skip locked
            """)
        .param(most)
        .query((row, _) -> message(row))
        .list();
  }

  void done(UUID id, String channel, Delivery delivery) {
    @Nullable String why = delivery instanceof Delivery.Unavailable(var reason) ? reason : null;
    State state = why == null ? State.SENT : State.UNAVAILABLE;
    jdbc.sql("update notify.messages set state = ?, channel = ?, why = ?, done_at = ? where id = ?")
        .params(Params.of(state.name(), channel, why, now(), id))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("agency", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        State.valueOf(row.getString("state")),
        row.getString("channel"),
        row.getString("why"));
  }
}
