package org.smartcorrection.platform.tracking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.notify.Attempt;
import org.smartcorrection.platform.tracking.Escalation.Stage;
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
  List<Attempt<Stage>> of(UUID alarm) {
    return of(List.of(alarm)).getOrDefault(alarm, List.of());
  }

  /** The same of several at once. */
  Map<UUID, List<Attempt<Stage>>> of(Collection<UUID> alarms) {
    var steps = new HashMap<UUID, List<Attempt<Stage>>>();
    jdbc.sql("select * from tracking.escalation_steps where alarm = any(?) order by alarm, number")
        .param(alarms.toArray(UUID[]::new))
        .query(
            row -> {
              steps
                  .computeIfAbsent(row.getObject("alarm", UUID.class), _ -> new ArrayList<>())
                  .add(Attempt.of(row, Stage.class));
            });
    return steps;
  }

  /** What was tried for an alarm is noted here, and no more once somebody acknowledged it. */
  Attempt.Log<Stage> log(UUID alarm) {
    return new Attempt.Log<>() {
      @Override
      public boolean begin(Attempt<Stage> step) {
        return jdbc.sql(
                    """
                    insert into tracking.escalation_steps
                      (number, stage, account, way, at, answer, alarm)
                    select ?, ?, ?::uuid, ?, ?, ?, id from tracking.alarms
                    where id = ? and state = 'RAISED' and seen_at is null
                    on conflict do nothing
                    """)
                .params(step.params(alarm))
                .update()
            == 1;
      }

      @Override
      public void answered(Attempt<Stage> step) {
        jdbc.sql(
                """
                update tracking.escalation_steps set answer = ?, why = ?
                where alarm = ? and number = ? and answer = 'BEGUN'
                """)
            .params(Params.of(step.answer().name(), step.why(), alarm, step.number()))
            .update();
      }
    };
  }
}
