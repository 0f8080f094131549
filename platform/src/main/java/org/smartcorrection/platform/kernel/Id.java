package org.smartcorrection.platform.kernel;

import java.util.UUID;

/**
 * An identifier that no other installation can have given: a case may move between counties without
 * being renamed. Each kind of thing has a type of its own, so that they cannot be mixed up.
 */
public sealed interface Id
    permits AccountId, ActId, AgencyId, CaseId, DocumentId, PersonId, PostId, StaffId, UnitId {
  UUID value();
}
