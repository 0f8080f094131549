package org.smartcorrection.platform.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often each plan wants contact and when the last one was: derived from acts. */
@Repository
class Contacts {
  private final JdbcClient jdbc;

  Contacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void on(ActRecorded recorded) {
    Act act = recorded.act();
    Summary summary = recorded.summary();
    if (summary.status() == Summary.Status.ENDED) {
      jdbc.sql("delete from oversight.contacts where case_id = ?")
          .param(recorded.in().id().value())
          .update();
      return;
    }
    switch (act.type()) {
      case "PlanOpened", "PlanAdjusted" -> planned(recorded);
      case String _ -> {
        Instant last = summary.lastContactAt();
        if (last != null) met(recorded.in().id(), last);
      }
    }
  }

  private void planned(ActRecorded recorded) {
    Act act = recorded.act();
    act.facts()
        .count("everyDays")
        .ifPresent(
            every ->
                jdbc.sql(
                        """
                        insert into oversight.contacts (case_id, custody, every_days, last_at, plan_act)
                        values (?, ?, ?, ?, ?)
                        on conflict (case_id) do update set every_days = excluded.every_days,
                          plan_act = excluded.plan_act
                        """)
                    .params(
                        recorded.in().id().value(),
                        recorded.in().agency().value(),
                        every,
                        act.occurredAt().atOffset(ZoneOffset.UTC),
                        act.number())
                    .update());
  }

  private void met(CaseId caseId, Instant at) {
    jdbc.sql("update oversight.contacts set last_at = greatest(last_at, ?) where case_id = ?")
        .params(at.atOffset(ZoneOffset.UTC), caseId.value())
        .update();
  }

  /** Cases without contact since twice the plan's frequency, the longest first. */
  List<Irregularity.Contact> overdue(AgencyId custody, Instant now, int most) {
    return jdbc.sql(
            """
            select case_id, every_days, last_at, plan_act from oversight.contacts
            where custody = ? and last_at + make_interval(days => 2 * every_days) <= ?
            order by last_at limit ?
            """)
        .params(custody.value(), now.atOffset(ZoneOffset.UTC), most)
        .query((row, _) -> contact(row))
        .list();
  }

  int countOverdue(AgencyId custody, Instant now) {
    return jdbc.sql(
            """
            select count(*) from oversight.contacts
            where custody = ? and last_at + make_interval(days => 2 * every_days) <= ?
            """)
        .params(custody.value(), now.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  private static Irregularity.Contact contact(ResultSet row) throws SQLException {
    return new Irregularity.Contact(
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getInt("every_days"),
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        row.getInt("plan_act"));
  }
}
