package org.smartcorrection.platform.casework;

import java.util.List;
import org.smartcorrection.platform.organisation.Actor;

/**
 * An act was recorded. Listeners run in the transaction of the act: what they write stands or falls
 * with it, and a listener that fails undoes the act.
 *
 * @param documents what the act carries, by SHA-256 and name, for the ledger
 */
public record ActRecorded(Case in, Act act, Actor by, List<Attached> documents) {
  public ActRecorded {
    documents = List.copyOf(documents);
  }
}
