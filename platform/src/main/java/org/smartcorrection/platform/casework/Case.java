package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;

/**
 * A case: one person under one decision, in the custody of one agency.
 *
 * @param number as people say it, such as {@code QH-2026-0007}
 * @param purpose whose key seals what belongs to the case
 */
public record Case(CaseId id, String number, AgencyId agency, PersonId person, Purpose purpose) {
  /** The same case when this agency has or had it. */
  Case heldBy(AgencyId other) {
    return new Case(id, number, other, person, purpose);
  }
}
