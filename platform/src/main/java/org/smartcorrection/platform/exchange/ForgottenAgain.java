package org.smartcorrection.platform.exchange;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.ForgottenCases;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.vault.Replayed;
import org.smartcorrection.platform.vault.Shred;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a backup was put back: whoever was forgotten since is forgotten again, before any page
 * answers. The vault has destroyed the keys once more by then; here goes what a database can still
 * find people by, and what it has open of them. It is said in the trail and in the log.
 */
@Component
class ForgottenAgain implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ForgottenAgain.class);
  private static final int BEFORE_PAGES_ANSWER = 0;

  private final Vault vault;
  private final People people;
  private final Cases cases;
  private final ForgottenCases forgotten;
  private final Trail trail;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private volatile boolean running;

  ForgottenAgain(
      Vault vault,
      People people,
      Cases cases,
      ForgottenCases forgotten,
      Trail trail,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.vault = vault;
    this.people = people;
    this.cases = cases;
    this.forgotten = forgotten;
    this.trail = trail;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void start() {
    running = true;
    replay(vault.replayed());
  }

  /** Forgets again; says so when there was anything to do. */
  int replay(Replayed keys) {
    List<PersonId> destroyed =
        vault.shreds().stream()
            .filter(Shred::forgets)
            .map(shred -> new PersonId(shred.owner()))
            .distinct()
            .toList();
    List<PersonId> back = people.stillKnown(destroyed);
    for (PersonId person : back) transaction.executeWithoutResult(_ -> forget(person));
    if (keys.damaged() > 0)
      LOG.error("{} lines of the list of destroyed keys are damaged", keys.damaged());
    if (back.isEmpty() && keys.keys() == 0) return 0;
    LOG.warn(
        "a backup was put back: {} keys were destroyed again, {} people forgotten again",
        keys.keys(),
        back.size());
    trail.note(null, "forgotten-again", keys.keys() + " / " + back.size());
    return back.size();
  }

  private void forget(PersonId person) {
    for (Case in : cases.of(person))
      jdbc.sql("delete from exchange.taken where case_id = ?").param(in.id().value()).update();
    people.forget(person);
    forgotten.end(person);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return BEFORE_PAGES_ANSWER;
  }
}
