package org.smartcorrection.platform.welfare;

import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.notify.Attempt;
import org.smartcorrection.platform.welfare.Reach.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was tried to be reached for a welfare alert. */
@Repository
class Attempts {
  private final JdbcClient jdbc;

  Attempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of an alert in their order. */
  List<Attempt<Stage>> of(UUID alert) {
    return jdbc.sql("select * from welfare.attempts where alert = ? order by number")
        .param(alert)
        .query((row, _) -> Attempt.of(row, Stage.class))
        .list();
  }

  /** What was tried for an alert is noted here, and no more once somebody acknowledged it. */
  Attempt.Log<Stage> log(UUID alert) {
    return new Attempt.Log<>() {
      @Override
      public boolean begin(Attempt<Stage> attempt) {
        return jdbc.sql(
                    """
                    insert into welfare.attempts (number, stage, account, way, at, answer, alert)
                    select ?, ?, ?::uuid, ?, ?, ?, id from welfare.alerts
                    where id = ? and seen_at is null and closed_at is null
                    on conflict do nothing
                    """)
                .params(attempt.params(alert))
                .update()
            == 1;
      }

      @Override
      public void answered(Attempt<Stage> attempt) {
        jdbc.sql("update welfare.attempts set answer = ?, why = ? where alert = ? and number = ?")
            .params(Params.of(attempt.answer().name(), attempt.why(), alert, attempt.number()))
            .update();
      }
    };
  }
}
