package org.smartcorrection.platform.exchange;

import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
  private final Vault vault;

  Forgetting(JdbcClient jdbc, Cases cases, People people, Vault vault) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.people = people;
    this.vault = vault;
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
    for (UUID person : waiting) {
      for (Purpose purpose : Purpose.values()) vault.destroy(new PersonId(person), purpose);
      jdbc.sql("delete from exchange.to_forget where person = ?").param(person).update();
    }
  }
}
