package org.smartcorrection.platform.casework;

import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps with each copy what the acts of {@code delivery} say of it, in their transaction. An act
 * that fits no copy is refused, and so not recorded.
 */
@Component
class CopyFollower {
  private final JdbcClient jdbc;

  CopyFollower(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void on(ActRecorded recorded) {
    if (!recorded.act().procedure().equals(Copies.PROCEDURE)) return;
    UUID run = recorded.instance().id();
    switch (recorded.act().type()) {
      case "CopySent" -> sent(recorded, run);
      case "CopyReceived" -> received(recorded, run);
      case "CopyReturned" ->
          jdbc.sql(
                  """
                  update casework.copies set run = null, way = null, sent_on = null, sent_act = null
                  where run = ?
                  """)
              .param(run)
              .update();
      case String _ -> {}
    }
  }

  private void sent(ActRecorded recorded, UUID run) {
    Facts facts = recorded.instance().facts();
    boolean corrects = recorded.act().corrects() != null;
    UUID copy = owed(recorded.act(), facts, run, corrects);
    jdbc.sql("update casework.copies set run = ?, way = ?, sent_on = ?, sent_act = ? where id = ?")
        .params(
            run,
            facts.said("sentBy"),
            facts.day("sentOn").orElseThrow(),
            recorded.act().id().value(),
            copy)
        .update();
  }

  /** The copy that an act of sending is about; the case is locked, so nobody else sends it now. */
  private UUID owed(Act act, Facts facts, UUID run, boolean corrects) {
    record Found(UUID id, Optional<UUID> run) {}
    Found found =
        jdbc.sql(
                """
                select c.id, c.run from casework.copies c join casework.acts a on a.id = c.act
                where c.case_id = ? and a.number = ? and c.addressee = ?
                """)
            .params(act.caseId().value(), facts.count("copyOf").orElseThrow(), facts.said("sentTo"))
            .query(
                (row, _) ->
                    new Found(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("run", UUID.class))))
            .optional()
            .orElseThrow(() -> new Refused("casework.copy.none"));
    boolean fits = corrects ? found.run().filter(run::equals).isPresent() : found.run().isEmpty();
    if (!fits) throw new Refused(corrects ? "casework.copy.other" : "casework.copy.sent");
    return found.id();
  }

  private void received(ActRecorded recorded, UUID run) {
    jdbc.sql("update casework.copies set received_on = ?, received_act = ? where run = ?")
        .params(
            recorded.instance().facts().day("acknowledgedOn").orElseThrow(),
            recorded.act().id().value(),
            run)
        .update();
  }
}
