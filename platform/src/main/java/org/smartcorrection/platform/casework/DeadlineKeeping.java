package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the rows of {@link Deadlines} as acts open and meet them, and finds what time brings. */
@Repository
class DeadlineKeeping {
  private static final String FIRING =
      "met_by is null and then_act is not null and ends_at <= ? and id <> all (?)";

  private final JdbcClient jdbc;

  DeadlineKeeping(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Agencies with deadlines that have passed and from which an act of time itself follows. */
  List<AgencyId> firing(Instant now, Collection<UUID> without) {
    return jdbc.sql("select distinct agency from casework.deadlines where " + FIRING)
        .params(now.atOffset(ZoneOffset.UTC), without.toArray(UUID[]::new))
        .query((row, _) -> new AgencyId(row.getObject("agency", UUID.class)))
        .list();
  }

  /** Such deadlines of an agency, the earliest first. */
  List<Due> firing(AgencyId agency, Instant now, Collection<UUID> without, int most) {
    return jdbc.sql(
            "select * from casework.deadlines where "
                + FIRING
                + " and agency = ? order by ends_at limit ?")
        .params(now.atOffset(ZoneOffset.UTC), without.toArray(UUID[]::new), agency.value(), most)
        .query((row, _) -> Deadlines.due(row))
        .list();
  }

  /** What is open is owed to the agency that has the case now, and to none of its offices yet. */
  void handOver(Case in) {
    jdbc.sql(
            """
            update casework.deadlines set agency = ?, office = null
            where case_id = ? and met_by is null
            """)
        .params(in.agency().value(), in.id().value())
        .update();
  }

  void open(Due due) {
    jdbc.sql(
            """
            insert into casework.deadlines (id, case_id, instance, procedure, name, rule, owner, agency,
              office, due_on, ends_at, provisional, explanation, then_act, opened_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            Params.of(
                due.id(),
                due.caseId().value(),
                due.instance(),
                due.procedure(),
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
}
