package org.smartcorrection.platform.exchange;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Takes one row over, in a transaction of its own: the person is found again or added, the case
 * opens with its first act, the row is remembered and goes; or nothing of it happens.
 */
@Component
class TakeOver {
  private final People people;
  private final Cases cases;
  private final Summaries summaries;
  private final Casework casework;
  private final Restrictions restrictions;
  private final Jurisdiction jurisdiction;
  private final ImportRows rows;
  private final JdbcClient jdbc;

  TakeOver(
      People people,
      Cases cases,
      Summaries summaries,
      Casework casework,
      Restrictions restrictions,
      Jurisdiction jurisdiction,
      ImportRows rows,
      JdbcClient jdbc) {
    this.people = people;
    this.cases = cases;
    this.summaries = summaries;
    this.casework = casework;
    this.restrictions = restrictions;
    this.jurisdiction = jurisdiction;
    this.rows = rows;
    this.jdbc = jdbc;
  }

  /**
   * Takes one row over.
   *
   * @param fresh an identifier with prepared keys, for somebody who is not known yet
   * @return what is wrong; empty when it was taken over
   */
  @Transactional
  Optional<ImportRows.Fault> row(
      Import in, int number, RowReading.Whole row, PersonId fresh, Agency custody, Actor by) {
    // the report is written after the rows: a crash loses the last of them, and they run again
    jdbc.sql("set local synchronous_commit = off").update();
    people.oneAtATime(row.person().identityNumber());
    Optional<PersonId> known = people.withIdentityNumber(row.person().identityNumber());
    Optional<ImportRows.Fault> wrong =
        known.flatMap(person -> against(number, row, person, people.get(person), by));
    if (wrong.isPresent()) return wrong;
    PersonId person = known.orElseGet(() -> people.add(fresh, row.person()));
    String type = row.verified() ? "CaseTakenOver" : "CaseTakenOverUnverified";
    Result result =
        casework.open(
            person,
            custody,
            opened -> PerformAct.opening(opened.id(), "takeover", type, row.facts(), by));
    if (!(result instanceof Result.Recorded recorded)) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return Optional.of(ImportRows.error(number, Field.NAME, "law", null));
    }
    byte[] digest = rows.digest(row.person().identityNumber(), row.number());
    rows.taken(in, number, digest, recorded.in().id());
    return Optional.empty();
  }

  /**
   * Why somebody who is known already cannot be taken over; the same in the dry run. Of a person
   * whose name is withheld from the actor it is said only who can go on, and neither that another
   * name is known nor that there is a case (rules H13, L39, D14).
   */
  Optional<ImportRows.Fault> against(
      int number, RowReading.Whole row, PersonId person, @Nullable Identity identity, Actor by) {
    if (restrictions.withheld(by, person))
      return Optional.of(ImportRows.error(number, Field.IDENTITY_NUMBER, "head", null));
    if (identity == null || !identity.name().equals(row.person().name()))
      return Optional.of(ImportRows.error(number, Field.NAME, "other-name", null));
    List<Case> all = cases.of(person);
    Optional<Case> running = all.stream().filter(one -> !ended(one)).findFirst();
    if (running.isPresent())
      return Optional.of(
          ImportRows.error(number, Field.IDENTITY_NUMBER, "running", shown(running.get(), by)));
    // with its deletion, what is unverified would take the earlier case's keys along
    if (!row.verified() && !all.isEmpty())
      return Optional.of(ImportRows.error(number, Field.NUMBER, "known-unverified", null));
    return Optional.empty();
  }

  /** The number of a case that the actor's post covers; another agency's is its own. */
  private String shown(Case one, Actor by) {
    return summaries
        .find(one.id())
        .filter(in -> jurisdiction.covers(by, in.agency(), in.office()))
        .map(Summary::number)
        .orElse("–");
  }

  private boolean ended(Case one) {
    return summaries
        .withSealed(one.id())
        .filter(summary -> summary.status() == Summary.Status.ENDED)
        .isPresent();
  }
}
