package org.smartcorrection.platform.casework;

import java.util.List;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.act.Effect;

/**
 * An act was recorded. Listeners run in the transaction of the act: what they write stands or falls
 * with it, and a listener that fails undoes the act.
 *
 * @param instance the run of the procedure after the act
 * @param summary the case's row after the act
 * @param documents what the act carries, by SHA-256 and name, for the ledger
 * @param effects what follows outside the procedure: who is told, which restriction begins or ends
 */
public record ActRecorded(
    Case in,
    Act act,
    Running instance,
    Summary summary,
    Actor by,
    List<Attached> documents,
    List<Effect> effects) {
  public ActRecorded {
    documents = List.copyOf(documents);
    effects = List.copyOf(effects);
  }
}
