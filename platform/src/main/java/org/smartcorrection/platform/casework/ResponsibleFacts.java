package org.smartcorrection.platform.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Allocation.Candidate;
import org.smartcorrection.platform.casework.Allocation.Proposal;
import org.smartcorrection.platform.organisation.Accounts;
import org.springframework.stereotype.Component;

/**
 * What the platform knows of an officer who is named for a case (rule H10): whether they hold a
 * post that has it, whether they were proposed, and what they carried on that day.
 */
@Component
class ResponsibleFacts implements DerivedFacts {
  private final Allocation allocation;
  private final Summaries summaries;
  private final Accounts accounts;

  ResponsibleFacts(Allocation allocation, Summaries summaries, Accounts accounts) {
    this.allocation = allocation;
    this.summaries = summaries;
    this.accounts = accounts;
  }

  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    if (!command.procedure().equals("responsibility")) return Facts.NONE;
    String chosen = command.facts().said("officer");
    @Nullable Summary summary = summaries.withSealed(in.id()).orElse(null);
    if (chosen.isEmpty() || summary == null) return Facts.NONE;
    Proposal proposal = allocation.of(summary);
    @Nullable Candidate candidate = proposal.find(chosen).orElse(null);
    boolean first = command.type().equals("OfficerAssigned");
    Facts known = Facts.NONE.flag("holdsPost", candidate != null);
    if (first)
      known = known.flag("asProposed", candidate != null && candidate.equals(proposal.proposed()));
    if (candidate == null) return known;
    String name = candidate.who().held().nameZh();
    known = known.text("officerTitle", candidate.who().held().titleZh());
    if (name != null) known = known.text("officerNamed", name);
    return first ? known.with(figures(candidate)) : known.with(former(summary));
  }

  private static Facts figures(Candidate candidate) {
    return Facts.NONE
        .count("openCases", candidate.load().open())
        .count("dueSoon", candidate.load().dueSoon())
        .count("loadPoints", candidate.load().points());
  }

  private Facts former(Summary summary) {
    @Nullable Officer officer = summary.officer();
    if (officer == null) return Facts.NONE;
    Accounts.StaffName name = accounts.names(List.of(officer.account())).get(officer.account());
    return name == null ? Facts.NONE : Facts.NONE.text("formerOfficer", name.zh());
  }
}
