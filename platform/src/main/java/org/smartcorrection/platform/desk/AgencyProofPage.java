package org.smartcorrection.platform.desk;

import java.util.UUID;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The proof of an act of an agency itself, for those who supervise there. */
@Controller
class AgencyProofPage {
  private final AgencyActs acts;
  private final SealAgencyActs sealed;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;

  AgencyProofPage(
      AgencyActs acts, SealAgencyActs sealed, Agencies agencies, Jurisdiction jurisdiction) {
    this.acts = acts;
    this.sealed = sealed;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
  }

  @GetMapping("/agency-acts/{id}/proof")
  ResponseEntity<byte[]> proof(@PathVariable UUID id) {
    AgencyAct act = acts.get(new ActId(id));
    if (!jurisdiction.covers(Present.actor(), act.custody(), null)) throw new NotFound();
    String name = agencies.get(act.custody()).code() + "-act-" + act.number() + ProofPage.ENDING;
    return ProofPage.download(name, sealed.proof(act));
  }
}
