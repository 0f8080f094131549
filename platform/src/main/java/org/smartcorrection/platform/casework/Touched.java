package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which cases' rows were written of late, by whomever: the database numbers each transaction, and a
 * row bears the number of the one that wrote it, however it was written. A row that is gone bears
 * nothing, but others say that it has to be there. Whoever writes into the database's files goes
 * round both; so this says where to look first, and never that nothing was changed.
 */
@Component
public class Touched {
  private final JdbcClient jdbc;

  Touched(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A moment as the database counts.
   *
   * @param transaction all before it have ended
   */
  public record Moment(long transaction) {
    private long onRow() {
      return transaction & 0xffff_ffffL;
    }
  }

  /**
   * A case with rows that were written.
   *
   * @param opened whether its own row and its first act are among them, as when a case is opened
   */
  public record Written(CaseId caseId, boolean opened) {}

  /** This moment. */
  public Moment now() {
    return new Moment(
        jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
            .query(Long.class)
            .single());
  }

  /** The cases with a row that was written since, but for what is being written now. */
  public List<Written> since(Moment before) {
    return jdbc.sql(
            """
            select case_id, bool_or(of_case) and bool_or(of_first_act) as opened from (
              select id as case_id, xmin as by, true as of_case, false as of_first_act
              from casework.cases
              union all select case_id, xmin, false, number = 1 from casework.acts
              union all select case_id, xmin, false, false from casework.instances
              union all select case_id, xmin, false, false from casework.deadlines
              union all select case_id, xmin, false, false from casework.all_summaries
              union all select case_id, xmin, false, false from casework.person_links
              union all select case_id, xmin, false, false from casework.restrictions
            ) rows
            where age(by) between 0 and age(?::text::xid)
            group by case_id
            """)
        .param(before.onRow())
        .query((row, _) -> new Written(caseId(row), row.getBoolean("opened")))
        .list();
  }

  /**
   * The cases of which a row is gone: an act by the number of the last one, a run by its acts, a
   * deadline by the number that its run has, a link or a restriction by the run that made it.
   */
  public List<CaseId> withRowsGone() {
    return jdbc.sql(
            """
            select coalesce(a.case_id, s.case_id) as case_id
            from (select case_id, count(*) as acts from casework.acts group by case_id) a
              full join casework.all_summaries s on s.case_id = a.case_id
            where a.acts is distinct from s.last_act
            union
            select a.case_id from casework.acts a
            where not exists (select from casework.instances i where i.id = a.instance)
            union
            select i.case_id from casework.instances i
              left join (
                select instance, count(*) as open from casework.deadlines
                where met_by is null group by instance
              ) d on d.instance = i.id
            where i.open_deadlines <> coalesce(d.open, 0)
            union
            select i.case_id from casework.instances i
            where i.procedure = ?
              and not exists (select from casework.person_links l where l.run = i.id)
            union
            select i.case_id from casework.instances i
            where i.procedure = ? and i.state = 'RESTRICTED'
              and not exists (select from casework.restrictions r where r.case_id = i.case_id)
            """)
        .params(PersonJoining.PROCEDURE, Restrictions.PROCEDURE)
        .query((row, _) -> caseId(row))
        .list();
  }

  private static CaseId caseId(ResultSet row) throws SQLException {
    return new CaseId(row.getObject("case_id", UUID.class));
  }
}
