package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * That two records are one human, as one of the two cases knows it.
 *
 * @param run of the procedure {@code duplicate} in this case
 * @param twin the run in the other case
 * @param linkedBy the number of the act in this case
 * @param separatedBy the number of the act that ended it; {@code null} while it holds
 */
public record PersonLink(
    UUID run,
    CaseId caseId,
    PersonId person,
    CaseId otherCase,
    PersonId other,
    @Nullable UUID twin,
    int linkedBy,
    Instant linkedAt,
    @Nullable Integer separatedBy,
    @Nullable Instant separatedAt) {

  public boolean holds() {
    return separatedBy == null;
  }
}
