package org.smartcorrection.platform.oversight;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Component;

/** Which cases of correction somebody may open. */
@Component
class Area {
  private final Summaries summaries;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final Restrictions restrictions;

  Area(
      Summaries summaries,
      Agencies agencies,
      Jurisdiction jurisdiction,
      Restrictions restrictions) {
    this.restrictions = restrictions;
    this.summaries = summaries;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
  }

  /**
   * A case of correction that the actor's post covers.
   *
   * @throws NotFound for every other, and for what is entrusted to a procuratorate
   * @throws org.smartcorrection.platform.casework.CaseRestricted when it is closed to staff
   */
  Summary open(Actor actor, CaseId caseId) {
    Summary in = summaries.withSealed(caseId).orElseThrow(NotFound::new);
    @Nullable AgencyId office = in.office();
    boolean correction = agencies.get(in.agency()).kind() != AgencyKind.PROCURATORATE;
    if (!correction || !jurisdiction.covers(actor, in.agency(), office)) throw new NotFound();
    restrictions.check(actor, in);
    return in;
  }
}
