package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.HandOver.State;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The hand-overs of all agencies, and what is still to be done of each. */
@Repository
public class HandOvers {
  private static final String SELECT =
      """
      select h.*, count(c.case_id) cases, count(*) filter (where c.state = 'DONE') done,
        count(*) filter (where c.state not in ('DONE', 'WAITING')) as "left"
      from casework.hand_overs h join casework.hand_over_cases c on c.hand_over = h.id
      """;

  private static final String ROWS =
      """
      select c.*, a.number act_number from casework.hand_over_cases c
      left join casework.acts a on a.id = c.act
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  HandOvers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Orders it; the acts follow in the background, in the order of the cases. */
  @Transactional
  public UUID order(
      AgencyId custody, AccountId former, String reason, Map<CaseId, Officer> to, Actor by) {
    if (to.isEmpty()) throw new IllegalArgumentException("a hand-over of nothing");
    UUID id = Uuids.next(clock);
    jdbc.sql(
            """
            insert into casework.hand_overs (id, custody, former, reason, account, post, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            custody.value(),
            former.value(),
            reason,
            by.account().value(),
            by.post().value(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    int number = 0;
    for (Map.Entry<CaseId, Officer> one : to.entrySet())
      jdbc.sql(
              """
              insert into casework.hand_over_cases
                (hand_over, number, case_id, officer, officer_post, state)
              values (?, ?, ?, ?, ?, 'WAITING')
              """)
          .params(
              id,
              ++number,
              one.getKey().value(),
              one.getValue().account().value(),
              one.getValue().post().value())
          .update();
    return id;
  }

  /**
   * One hand-over of an agency.
   *
   * @throws NotFound when there is none, or it is another agency's
   */
  public HandOver get(UUID id, AgencyId custody) {
    return jdbc.sql(SELECT + "where h.id = ? and h.custody = ? group by h.id")
        .params(id, custody.value())
        .query((row, _) -> read(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** The latest of an agency. */
  public List<HandOver> of(AgencyId custody, int most) {
    return jdbc.sql(SELECT + "where h.custody = ? group by h.id order by h.id desc limit ?")
        .params(custody.value(), most)
        .query((row, _) -> read(row))
        .list();
  }

  /** The cases of one, in its order. */
  public List<HandOver.Row> rows(UUID id) {
    return jdbc.sql(ROWS + "where c.hand_over = ? order by c.number")
        .param(id)
        .query((row, _) -> one(row))
        .list();
  }

  List<HandOver> running() {
    return jdbc.sql(SELECT + "where h.finished_at is null group by h.id order by h.id")
        .query((row, _) -> read(row))
        .list();
  }

  /** The next case that waits, held for the rest of the transaction. */
  Optional<HandOver.Row> next(UUID id) {
    return jdbc.sql(
            ROWS
                + """
                where c.hand_over = ? and c.state = 'WAITING'
                order by c.number limit 1 for update of c skip locked
                """)
        .param(id)
        .query((row, _) -> one(row))
        .optional();
  }

  void done(UUID id, int number, State state, @Nullable ActId act) {
    jdbc.sql(
            """
            update casework.hand_over_cases set state = ?, act = ?
            where hand_over = ? and number = ? and state = 'WAITING'
            """)
        .params(Params.of(state.name(), act == null ? null : act.value(), id, number))
        .update();
  }

  /** The first that waits went wrong: it is not tried again by itself, and holds up no other. */
  void failed(UUID id) {
    jdbc.sql(
            """
            update casework.hand_over_cases set state = 'FAILED'
            where hand_over = :id and number = (select min(number) from casework.hand_over_cases
              where hand_over = :id and state = 'WAITING')
            """)
        .param("id", id)
        .update();
  }

  void end(UUID id) {
    jdbc.sql(
            """
            update casework.hand_overs set finished_at = :now where id = :id and finished_at is null
              and not exists (select from casework.hand_over_cases
                where hand_over = :id and state = 'WAITING')
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  private static HandOver.Row one(ResultSet row) throws SQLException {
    return new HandOver.Row(
        row.getInt("number"),
        new CaseId(row.getObject("case_id", UUID.class)),
        new Officer(
            new AccountId(row.getObject("officer", UUID.class)),
            new PostId(row.getObject("officer_post", UUID.class))),
        State.valueOf(row.getString("state")),
        row.getObject("act_number", Integer.class));
  }

  private static HandOver read(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    Instant created =
        Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class)).toInstant();
    return new HandOver(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("custody", UUID.class)),
        new AccountId(row.getObject("former", UUID.class)),
        row.getString("reason"),
        new AccountId(row.getObject("account", UUID.class)),
        new PostId(row.getObject("post", UUID.class)),
        created,
        finished == null ? null : finished.toInstant(),
        row.getInt("cases"),
        row.getInt("done"),
        row.getInt("left"));
  }
}
