package org.smartcorrection.platform.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Params;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on which agenda and what came of it: follows the acts, in their transaction. */
@Repository
public class Items {
  private final JdbcClient jdbc;

  Items(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The matters of a meeting, in the order in which they were put on its agenda. */
  public List<Item> ofMeeting(UUID meeting) {
    return jdbc.sql("select * from committee.items where meeting = ? order by run")
        .param(meeting)
        .query((row, _) -> item(row))
        .list();
  }

  /** The latest closed deliberation of an act in a case, and in the run it would go on in. */
  public Optional<Item> closed(CaseId in, String matter, @Nullable UUID run) {
    return jdbc.sql(
            """
            select * from committee.items
            where case_id = ? and matter = ? and matter_run is not distinct from ?::uuid
              and closed_by is not null
            order by closed_by desc limit 1
            """)
        .params(Params.of(in.value(), matter, run))
        .query((row, _) -> item(row))
        .optional();
  }

  /** What is on an agenda in these cases and not closed yet, as {@link Item#key} writes it. */
  public Set<String> pending(Collection<CaseId> cases) {
    return jdbc.sql(
            """
            select * from committee.items
            where case_id = any(?) and closed_by is null and not gone
            """)
        .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
        .query((row, _) -> item(row).key())
        .set();
  }

  /** Which of these runs were closed by whoever presided. */
  Set<UUID> closed(Collection<UUID> runs) {
    if (runs.isEmpty()) return Set.of();
    return jdbc.sql("select run from committee.items where run = any(?) and closed_by is not null")
        .param(runs.toArray(UUID[]::new))
        .query((row, _) -> row.getObject("run", UUID.class))
        .set();
  }

  @EventListener
  void on(ActRecorded recorded) {
    if (!recorded.act().procedure().equals(Tally.PROCEDURE)) return;
    UUID run = recorded.instance().id();
    Facts facts = recorded.act().facts();
    switch (recorded.act().type()) {
      case "ItemPutOnAgenda" -> put(recorded, run, facts);
      case "ItemAdjourned" ->
          jdbc.sql("update committee.items set meeting = ? where run = ?")
              .params(UUID.fromString(facts.said("meeting")), run)
              .update();
      case "DeliberationClosed" ->
          jdbc.sql("update committee.items set closed_by = ?, carried = ? where run = ?")
              .params(recorded.act().number(), facts.said("committeeResult").equals("CARRIED"), run)
              .update();
      case "ItemWithdrawn", "CorrectionEnded" ->
          jdbc.sql("update committee.items set gone = true where run = ?").param(run).update();
      case String _ -> {}
    }
  }

  private void put(ActRecorded recorded, UUID run, Facts facts) {
    String matterRun = facts.said("matterRun");
    jdbc.sql(
            """
            insert into committee.items (run, case_id, agency, meeting, matter, matter_run)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                run,
                recorded.in().id().value(),
                recorded.in().agency().value(),
                UUID.fromString(facts.said("meeting")),
                facts.said("matter"),
                matterRun.isEmpty() ? null : UUID.fromString(matterRun)))
        .update();
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getObject("run", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getObject("meeting", UUID.class),
        row.getString("matter"),
        row.getObject("matter_run", UUID.class),
        row.getObject("closed_by", Integer.class),
        row.getObject("carried", Boolean.class));
  }
}
