package org.smartcorrection.platform.casework;

import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which cases' rows were written of late, by whomever: the database numbers each transaction, and a
 * row bears the number of the one that wrote it, however it was written. A row that is gone bears
 * nothing, though an act that is gone is missed, and whoever writes into the database's files goes
 * round it; so this says where to look first, and never that nothing was changed.
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

  /** This moment. */
  public Moment now() {
    return new Moment(
        jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
            .query(Long.class)
            .single());
  }

  /**
   * The cases with a row that was written since, but for what is being written now, and those with
   * other acts than their last one's number says.
   */
  public List<CaseId> since(Moment before) {
    return jdbc.sql(
            """
            select distinct case_id from (
              select id as case_id, xmin as by from casework.cases
              union all select case_id, xmin from casework.acts
              union all select case_id, xmin from casework.instances
              union all select case_id, xmin from casework.deadlines
              union all select case_id, xmin from casework.all_summaries
              union all select case_id, xmin from casework.person_links
              union all select case_id, xmin from casework.restrictions
            ) rows
            where age(by) between 0 and age(?::text::xid)
            union
            select coalesce(a.case_id, s.case_id)
            from (select case_id, count(*) as acts from casework.acts group by case_id) a
              full join casework.all_summaries s on s.case_id = a.case_id
            where a.acts is distinct from s.last_act
            """)
        .param(before.onRow())
        .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
        .list();
  }
}
