package org.smartcorrection.platform.casework;

import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends what a database that was put back has open of people who were forgotten since. The act that
 * ended it is in the ledger and no longer in the database, and no other can be recorded: the keys
 * are gone. So only what is derived ends; nothing is due any more, and no list shows anybody.
 */
@Repository
public class ForgottenCases {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  ForgottenCases(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Ends all cases of this person. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(PersonId person) {
    UUID id = person.value();
    String theirs = "case_id in (select id from casework.cases where person = ?)";
    jdbc.sql("delete from casework.deadlines where met_by is null and " + theirs)
        .param(id)
        .update();
    jdbc.sql(
            "update casework.instances set closed = true, open_deadlines = 0"
                + " where (not closed or open_deadlines > 0) and "
                + theirs)
        .param(id)
        .update();
    List<CaseId> ended =
        jdbc.sql(
                """
                update casework.all_summaries set status = 'ENDED'
                where person = ? and status <> 'ENDED' returning case_id
                """)
            .param(id)
            .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
            .list();
    for (CaseId one : ended) events.publishEvent(new CaseForgotten(one));
  }
}
