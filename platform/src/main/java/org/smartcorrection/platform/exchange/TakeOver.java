package org.smartcorrection.platform.exchange;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
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
  private final ImportRows rows;
  private final JdbcClient jdbc;

  TakeOver(
      People people,
      Cases cases,
      Summaries summaries,
      Casework casework,
      ImportRows rows,
      JdbcClient jdbc) {
    this.people = people;
    this.cases = cases;
    this.summaries = summaries;
    this.casework = casework;
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
        known.flatMap(person -> against(number, row, person, people.get(person)));
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

  /** Why somebody who is known already cannot be taken over; the same in the dry run. */
  Optional<ImportRows.Fault> against(
      int number, RowReading.Whole row, PersonId person, @Nullable Identity identity) {
    if (identity == null || !identity.name().equals(row.person().name()))
      return Optional.of(ImportRows.error(number, Field.NAME, "other-name", null));
    List<Case> all = cases.of(person);
    Optional<Case> running = all.stream().filter(one -> !ended(one)).findFirst();
    if (running.isPresent())
      return Optional.of(
          ImportRows.error(number, Field.IDENTITY_NUMBER, "running", running.get().number()));
    // with its deletion, what is unverified would take the earlier case's keys along
    if (!row.verified() && !all.isEmpty())
      return Optional.of(ImportRows.error(number, Field.NUMBER, "known-unverified", null));
    return Optional.empty();
  }

  private boolean ended(Case one) {
    return summaries
        .find(one.id())
        .filter(summary -> summary.status() == Summary.Status.ENDED)
        .isPresent();
  }
}
