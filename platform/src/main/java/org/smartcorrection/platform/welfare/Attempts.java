package org.smartcorrection.platform.welfare;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.notify.Delivery;
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
  List<Reach.Attempt> of(UUID alert) {
    return jdbc.sql("select * from welfare.attempts where alert = ? order by number")
        .param(alert)
        .query(
            (row, _) -> {
              @Nullable UUID to = row.getObject("account", UUID.class);
              return new Reach.Attempt(
                  row.getInt("number"),
                  Reach.Stage.valueOf(row.getString("stage")),
                  to == null ? null : new AccountId(to),
                  Reach.Way.valueOf(row.getString("way")),
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  Reach.Answer.valueOf(row.getString("answer")),
                  row.getString("why"));
            })
        .list();
  }

  /** False when another process was faster, or somebody acknowledged the alert meanwhile. */
  boolean begin(UUID alert, Reach.Attempt attempt) {
    @Nullable AccountId to = attempt.to();
    return jdbc.sql(
                """
                insert into welfare.attempts (alert, number, stage, account, way, at, answer)
                select a.id, ?, ?, ?, ?, ?, ? from welfare.alerts a
                where a.id = ? and a.seen_at is null and a.closed_at is null
                on conflict do nothing
                """)
            .params(
                Params.of(
                    attempt.number(),
                    attempt.stage().name(),
                    to == null ? null : to.value(),
                    attempt.way().name(),
                    attempt.at().atOffset(ZoneOffset.UTC),
                    attempt.answer().name(),
                    alert))
            .update()
        == 1;
  }

  void answered(UUID alert, int number, Delivery delivery) {
    Reach.Answer answer =
        switch (delivery) {
          case Delivery.Sent _ -> Reach.Answer.SENT;
          case Delivery.Unavailable _ -> Reach.Answer.UNAVAILABLE;
        };
    @Nullable String why = delivery instanceof Delivery.Unavailable(var said) ? said : null;
    jdbc.sql("update welfare.attempts set answer = ?, why = ? where alert = ? and number = ?")
        .params(Params.of(answer.name(), why, alert, number))
        .update();
  }
}
