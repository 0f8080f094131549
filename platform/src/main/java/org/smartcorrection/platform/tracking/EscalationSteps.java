package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.notify.Delivery;
import org.smartcorrection.platform.tracking.Escalation.Answer;
import org.smartcorrection.platform.tracking.Escalation.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was tried so that somebody acknowledges an alarm, and what the gateways answered. */
@Repository
class EscalationSteps {
  private final JdbcClient jdbc;

  EscalationSteps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The steps of an alarm in their order. */
  List<Step> of(UUID alarm) {
    return of(List.of(alarm)).getOrDefault(alarm, List.of());
  }

  /** The same of several at once. */
  Map<UUID, List<Step>> of(Collection<UUID> alarms) {
    var steps = new HashMap<UUID, List<Step>>();
    jdbc.sql("select * from tracking.escalation_steps where alarm = any(?) order by alarm, number")
        .param(alarms.toArray(UUID[]::new))
        .query(
            row -> {
              steps
                  .computeIfAbsent(row.getObject("alarm", UUID.class), _ -> new ArrayList<>())
                  .add(step(row));
            });
    return steps;
  }

  /**
   * Notes that an attempt begins.
   *
   * @return false when another process made it already, or somebody acknowledged meanwhile
   */
  boolean begin(UUID alarm, Step step) {
    return jdbc.sql(
                """
                insert into tracking.escalation_steps (alarm, number, stage, account, way, at, answer)
                select id, ?, ?, ?::uuid, ?, ?, ? from tracking.alarms
                where id = ? and state = 'RAISED' and seen_at is null
                on conflict do nothing
                """)
            .params(
                Params.of(
                    step.number(),
                    step.stage().name(),
                    step.to() == null ? null : step.to().value(),
                    step.way().name(),
                    step.at().atOffset(ZoneOffset.UTC),
                    step.answer().name(),
                    alarm))
            .update()
        == 1;
  }

  /** Notes what came of an attempt that had begun. */
  void answered(UUID alarm, Step step, Delivery delivery) {
    @Nullable String why = delivery instanceof Delivery.Unavailable(var reason) ? reason : null;
    jdbc.sql(
            """
            update tracking.escalation_steps set answer = ?, why = ?
            where alarm = ? and number = ? and answer = 'BEGUN'
            """)
        .params(
            Params.of(
                (why == null ? Answer.SENT : Answer.UNAVAILABLE).name(), why, alarm, step.number()))
        .update();
  }

  private static Step step(ResultSet row) throws SQLException {
    @Nullable UUID account = row.getObject("account", UUID.class);
    return new Step(
        row.getInt("number"),
        Escalation.Stage.valueOf(row.getString("stage")),
        account == null ? null : new AccountId(account),
        Escalation.Way.valueOf(row.getString("way")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Answer.valueOf(row.getString("answer")),
        row.getString("why"));
  }
}
