package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is due, by whom, and why on that day: derived from acts. */
@Repository
public class Deadlines {
  private final JdbcClient jdbc;

  Deadlines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All deadlines of a case, the open ones first, the nearest on top. */
  public List<Due> ofCase(CaseId caseId) {
    return jdbc.sql(
            """
            select * from casework.deadlines where case_id = ?
            order by met_by is not null, case when met_by is null then ends_at end, met_at desc
            limit 200
            """)
        .param(caseId.value())
        .query((row, _) -> due(row))
        .list();
  }

  /** What is open in one agency's cases (or in one office's part of them), the nearest first. */
  public List<Due> open(AgencyId agency, @Nullable AgencyId office, int most) {
    return jdbc.sql(
            """
            select * from casework.deadlines
            where agency = :agency and met_by is null
              and (:office::uuid is null or office = :office::uuid)
            order by ends_at limit :most
            """)
        .param("agency", agency.value())
        .param("office", office == null ? null : office.value())
        .param("most", most)
        .query((row, _) -> due(row))
        .list();
  }

  /** Open deadlines whose end has passed, in the cases of one agency, the longest ago first. */
  public List<Due> missed(AgencyId agency, Instant now, int most) {
    return jdbc.sql(
            """
            select * from casework.deadlines
            where agency = ? and ((met_by is null and ends_at <= ?) or met_at >= ends_at)
            order by ends_at limit ?
            """)
        .params(agency.value(), now.atOffset(ZoneOffset.UTC), most)
        .query((row, _) -> due(row))
        .list();
  }

  /** Deadlines that have passed and from which an act of time itself follows. */
  List<Due> firing(Instant now, int most) {
    return jdbc.sql(
            """
            select * from casework.deadlines
            where met_by is null and then_act is not null and ends_at <= ? order by ends_at limit ?
            """)
        .params(now.atOffset(ZoneOffset.UTC), most)
        .query((row, _) -> due(row))
        .list();
  }

  void open(Due due) {
    jdbc.sql(
            """
            insert into casework.deadlines (id, case_id, instance, name, rule, owner, agency, office,
              due_on, ends_at, provisional, explanation, then_act, opened_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            Params.of(
                due.id(),
                due.caseId().value(),
                due.instance(),
                due.name(),
                due.rule(),
                due.owner(),
                due.agency().value(),
                due.office() == null ? null : due.office().value(),
                due.day(),
                due.end().atOffset(ZoneOffset.UTC),
                due.provisional(),
                FactsJson.explanation(due.explanation()),
                due.thenAct(),
                due.openedBy()))
        .update();
  }

  void met(UUID instance, String name, int byAct, Instant at) {
    jdbc.sql(
            """
            update casework.deadlines set met_by = ?, met_at = ?
            where instance = ? and name = ? and met_by is null
            """)
        .params(byAct, at.atOffset(ZoneOffset.UTC), instance, name)
        .update();
  }

  /** A deadline that is counted anew takes the place of its older self. */
  void supersede(UUID instance, String name) {
    jdbc.sql("delete from casework.deadlines where instance = ? and name = ? and met_by is null")
        .params(instance, name)
        .update();
  }

  /** What the instance no longer owes is no longer due. */
  void closeOthers(UUID instance, List<String> open) {
    jdbc.sql(
            """
            delete from casework.deadlines
            where instance = ? and met_by is null and not (name = any(?))
            """)
        .params(instance, open.toArray(String[]::new))
        .update();
  }

  /** An entrusted office owes and sees what is open in its cases. */
  void entrust(CaseId caseId, AgencyId office) {
    jdbc.sql("update casework.deadlines set office = ? where case_id = ?")
        .params(office.value(), caseId.value())
        .update();
  }

  private static Due due(ResultSet row) throws SQLException {
    @Nullable UUID office = row.getObject("office", UUID.class);
    @Nullable OffsetDateTime metAt = row.getObject("met_at", OffsetDateTime.class);
    return new Due(
        row.getObject("id", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getObject("instance", UUID.class),
        row.getString("name"),
        row.getString("rule"),
        row.getString("owner"),
        new AgencyId(row.getObject("agency", UUID.class)),
        office == null ? null : new AgencyId(office),
        row.getObject("due_on", LocalDate.class),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("provisional"),
        FactsJson.explanation(row.getString("explanation")),
        row.getString("then_act"),
        row.getInt("opened_by"),
        row.getObject("met_by", Integer.class),
        metAt == null ? null : metAt.toInstant());
  }
}
