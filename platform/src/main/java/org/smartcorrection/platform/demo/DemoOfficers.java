package org.smartcorrection.platform.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.demo.DemoAccounts.Account;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Names the officers whom the platform proposes; the cases of one office have nobody yet. */
@Component
@Profile("demo")
class DemoOfficers {
  private static final String WITHOUT = "qinghe-bailuzhou";

  private final Casework casework;
  private final Allocation allocation;
  private final Summaries summaries;
  private final DemoAgencies agencies;
  private final DemoAccounts accounts;

  DemoOfficers(
      Casework casework,
      Allocation allocation,
      Summaries summaries,
      DemoAgencies agencies,
      DemoAccounts accounts) {
    this.casework = casework;
    this.allocation = allocation;
    this.summaries = summaries;
    this.agencies = agencies;
    this.accounts = accounts;
  }

  void name(List<DemoPeople.Told> told) {
    Actor by = accounts.actor(Account.OFFICER);
    for (DemoPeople.Told one : told)
      summaries
          .find(one.reception().caseId())
          .filter(in -> in.status() == Summary.Status.ACTIVE)
          .filter(in -> !agencies.get(WITHOUT).id().equals(in.office()))
          .ifPresent(in -> name(in, by));
  }

  private void name(Summary in, Actor by) {
    Allocation.@Nullable Candidate proposed = allocation.of(in).proposed();
    if (proposed == null) return;
    Facts facts = Facts.NONE.text("officer", proposed.officer().toString());
    DemoReception.done(
        casework.perform(
            PerformAct.opening(in.caseId(), "responsibility", "OfficerAssigned", facts, by)));
  }
}
