package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Procedures of an agency's own that are being written; they count for nothing. */
@Repository
public class DefinitionDrafts {
  private final JdbcClient jdbc;
  private final Clock clock;

  DefinitionDrafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A draft.
   *
   * @param content as it was typed, readable or not
   */
  public record Draft(String procedure, String content, AccountId account, Instant savedAt) {}

  public Optional<Draft> find(AgencyId custody, String procedure) {
    return of(custody).stream().filter(draft -> draft.procedure().equals(procedure)).findFirst();
  }

  /** All of an agency; there are few. */
  public List<Draft> of(AgencyId custody) {
    return jdbc.sql("select * from casework.definition_drafts where custody = ? order by procedure")
        .param(custody.value())
        .query(
            (row, _) ->
                new Draft(
                    row.getString("procedure"),
                    row.getString("content"),
                    new AccountId(row.getObject("account", UUID.class)),
                    row.getObject("saved_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  public void save(AgencyId custody, String procedure, String content, Actor by) {
    jdbc.sql(
            """
            insert into casework.definition_drafts (custody, procedure, content, account, saved_at)
            values (?, ?, ?, ?, ?)
            on conflict (custody, procedure) do update set content = excluded.content,
              account = excluded.account, saved_at = excluded.saved_at
            """)
        .params(
            custody.value(),
            procedure,
            content,
            by.account().value(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  public void drop(AgencyId custody, String procedure) {
    jdbc.sql("delete from casework.definition_drafts where custody = ? and procedure = ?")
        .params(custody.value(), procedure)
        .update();
  }
}
