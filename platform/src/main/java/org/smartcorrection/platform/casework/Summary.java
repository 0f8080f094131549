package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * A case in one row, as lists show it: what its acts add up to.
 *
 * @param office the judicial office it is entrusted to
 * @param lastContactAt when the person was last heard, seen or reported
 */
public record Summary(
    CaseId caseId,
    String number,
    AgencyId agency,
    @Nullable AgencyId office,
    PersonId person,
    Status status,
    Category category,
    Level level,
    @Nullable LocalDate termFrom,
    @Nullable LocalDate termUntil,
    int lastAct,
    String lastActType,
    Instant lastActAt,
    @Nullable Instant lastContactAt) {

  /** Where the case stands. */
  public enum Status {
    /** Referred by the decision organ; the person has not been received yet. */
    REFERRED,
    /** In reception: checked, registered, being announced. */
    IN_RECEPTION,
    /** Under correction. */
    ACTIVE,
    /** Released on expiry, or terminated. */
    ENDED
  }

  /** The four categories (CCL 2). */
  public enum Category {
    PUBLIC_SURVEILLANCE,
    SUSPENDED_SENTENCE,
    PAROLE,
    TEMPORARY_EXECUTION
  }

  /** Management levels: local configuration, not national law. */
  public enum Level {
    UNDECIDED,
    STRICT,
    ORDINARY,
    RELAXED
  }
}
