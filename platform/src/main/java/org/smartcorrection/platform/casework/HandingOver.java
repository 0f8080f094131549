package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.HandOver.State;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands one case over after the other, each with its act in a transaction of its own. */
@Component
class HandingOver {
  private static final Logger LOG = LoggerFactory.getLogger(HandingOver.class);

  private final HandOvers handOvers;
  private final Casework casework;
  private final Cases cases;
  private final Summaries summaries;
  private final Accounts accounts;
  private final Clock clock;

  HandingOver(
      HandOvers handOvers,
      Casework casework,
      Cases cases,
      Summaries summaries,
      Accounts accounts,
      Clock clock) {
    this.handOvers = handOvers;
    this.casework = casework;
    this.cases = cases;
    this.summaries = summaries;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The next case of a hand-over.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean next(HandOver in) {
    HandOver.@Nullable Row row = handOvers.next(in.id()).orElse(null);
    if (row == null) {
      handOvers.end(in.id());
      return false;
    }
    Optional<Actor> by =
        accounts.acting(in.account(), in.post(), LegalCalendar.legalDay(clock.instant()));
    if (by.isEmpty()) handOvers.done(in.id(), row.number(), State.LEFT, null);
    else if (!stillTheirs(row, in.former()))
      handOvers.done(in.id(), row.number(), State.CHANGED, null);
    else hand(in, row, by.get());
    return true;
  }

  /** Whether nothing else happened since the list was made; nothing does from here on. */
  private boolean stillTheirs(HandOver.Row row, AccountId former) {
    cases.lock(row.caseId());
    return summaries
        .find(row.caseId())
        .map(Summary::officer)
        .filter(officer -> officer.account().equals(former))
        .isPresent();
  }

  private void hand(HandOver in, HandOver.Row row, Actor by) {
    Facts facts = Facts.NONE.text("officer", row.to().toString()).text("reason", in.reason());
    PerformAct act =
        PerformAct.opening(row.caseId(), "responsibility", "CaseHandedOver", facts, by);
    switch (casework.perform(act)) {
      case Result.Recorded recorded ->
          handOvers.done(in.id(), row.number(), State.DONE, recorded.act().id());
      case Result.Refused(var reasons) -> refused(in, row, reasons);
      case Result.NeedsReason(var reasons) -> refused(in, row, reasons);
    }
  }

  private void refused(HandOver in, HandOver.Row row, List<Reason> reasons) {
    LOG.info(
        "a case of hand-over {} stays: {}", in.id(), reasons.stream().map(Reason::key).toList());
    handOvers.done(in.id(), row.number(), State.REFUSED, null);
  }
}
