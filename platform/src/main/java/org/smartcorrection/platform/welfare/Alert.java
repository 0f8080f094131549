package org.smartcorrection.platform.welfare;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * Somebody may need help. It is no alarm of supervision: no measure, no question to the person and
 * no figure comes of it (rule H17).
 *
 * @param sign what told of it
 * @param at when that was measured
 * @param help what was done; {@code null} while it is open
 */
record Alert(
    UUID id,
    UUID ground,
    CaseId caseId,
    PersonId person,
    AgencyId custody,
    VitalSign sign,
    Instant at,
    Instant raisedAt,
    @Nullable Instant seenAt,
    @Nullable AccountId seenBy,
    @Nullable Instant closedAt,
    @Nullable AccountId closedBy,
    @Nullable Help help,
    String note) {

  /** What was done for the person. */
  enum Help {
    /** They were called, and are well. */
    CALLED,
    VISITED,
    RELATIVE,
    /** The ambulance, 120. */
    AMBULANCE,
    /** The device was wrong. */
    DEVICE
  }

  public boolean isOpen() {
    return closedAt == null;
  }
}
