package org.smartcorrection.platform.casework;

import java.util.UUID;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.procedure.act.Instance;

/**
 * One run of a procedure in a case, as its acts add up: a reception, one leave, one positioning.
 *
 * @param openedBy number of the act that opened it, {@code changedBy} of the latest one
 */
public record Running(
    UUID id, CaseId caseId, Instance instance, boolean closed, int openedBy, int changedBy) {
  public String procedure() {
    return instance.procedure();
  }

  public String state() {
    return instance.state();
  }

  /** What its acts stated, the latest of each name. */
  public Facts facts() {
    return new Facts(instance.facts());
  }
}
