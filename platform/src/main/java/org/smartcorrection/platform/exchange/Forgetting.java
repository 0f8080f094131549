package org.smartcorrection.platform.exchange;

import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.evidence.Shredding;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.smartcorrection.platform.subjects.People;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what nobody verified (H7, PIPL 47): with the act that says so, the person is forgotten in
 * the same transaction, and the keys are destroyed after it, for certain. The act itself stays, and
 * says nothing about anybody any more.
 */
@Component
class Forgetting {
  private static final String TYPE = "UnverifiedDeleted";

  private final JdbcClient jdbc;
  private final Cases cases;
  private final People people;
  private final Shredding shredding;
  private final Agencies agencies;
  private final SystemActors system;
  private final TransactionTemplate transaction;

  Forgetting(
      JdbcClient jdbc,
      Cases cases,
      People people,
      Shredding shredding,
      Agencies agencies,
      SystemActors system,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.people = people;
    this.shredding = shredding;
    this.agencies = agencies;
    this.system = system;
    this.transaction = transaction;
  }

  @EventListener
  void on(ActRecorded recorded) {
    if (!recorded.act().type().equals(TYPE)) return;
    PersonId person = recorded.in().person();
    jdbc.sql("delete from exchange.taken where case_id = ?")
        .param(recorded.in().id().value())
        .update();
    // what another case of the person needs stays: an import refuses that, a complaint may have
    // come
    if (cases.count(person) > 1) return;
    people.forget(person);
    jdbc.sql("insert into exchange.to_forget (person) values (?) on conflict do nothing")
        .param(person.value())
        .update();
  }

  /** Destroys the keys of everybody who was forgotten. */
  void destroyKeys() {
    List<UUID> waiting =
        jdbc.sql("select person from exchange.to_forget limit 500")
            .query((row, _) -> row.getObject("person", UUID.class))
            .list();
    for (UUID person : waiting) transaction.executeWithoutResult(_ -> destroyKeys(person));
  }

  private void destroyKeys(UUID person) {
    Case in = cases.of(new PersonId(person)).getFirst();
    shredding.destroy(in, system.of(agencies.get(in.agency())));
    jdbc.sql("delete from exchange.to_forget where person = ?").param(person).update();
  }
}
