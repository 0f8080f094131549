package org.smartcorrection.platform.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.smartcorrection.platform.casework.SubstitutionAct;
import org.smartcorrection.platform.casework.SubstitutionActs;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.organisation.ActingFor;
import org.springframework.stereotype.Component;

/** How far the acts that recorded substitutions have come on the ledger. */
@Component
class SubstitutionReceipts {
  private final SubstitutionActs acts;
  private final SealAgencyActs sealed;

  SubstitutionReceipts(SubstitutionActs acts, SealAgencyActs sealed) {
    this.acts = acts;
    this.sealed = sealed;
  }

  /** How far an act has come, and which one. */
  record Shown(ActId act, Receipt receipt) {}

  /** By substitution; those of agencies that keep no such acts have none. */
  Map<UUID, Shown> of(List<ActingFor.Names> substitutions) {
    List<SubstitutionAct> recorded =
        acts.of(substitutions.stream().map(row -> row.of().id()).toList()).stream()
            .filter(act -> !act.ended())
            .toList();
    Map<ActId, Receipt> receipts = sealed.receipts(recorded);
    var shown = new HashMap<UUID, Shown>();
    for (SubstitutionAct act : recorded)
      shown.put(act.of().id(), new Shown(act.id(), Objects.requireNonNull(receipts.get(act.id()))));
    return shown;
  }
}
