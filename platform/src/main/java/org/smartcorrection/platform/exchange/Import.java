package org.smartcorrection.platform.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;

/**
 * An existing caseload on its way in.
 *
 * @param custody the agency that has the cases from then on
 * @param mapping which column holds what, once that was confirmed
 * @param verified rows to be taken over with their decision, {@code unverified} without
 * @param refused rows with something wrong
 * @param done rows taken over or refused since it runs
 */
record Import(
    UUID id,
    AgencyId custody,
    AccountId account,
    PostId post,
    State state,
    Instant createdAt,
    @Nullable Instant finishedAt,
    Instant deleteAt,
    @Nullable Mapping mapping,
    int rows,
    int verified,
    int unverified,
    int refused,
    int done) {

  enum State {
    /** Read; it is to be confirmed which column holds what. */
    READ,
    /** Tried without taking anything over. */
    TRIED,
    RUNNING,
    DONE
  }

  /** How many rows can be taken over. */
  public int able() {
    return verified + unverified;
  }

  /** How far it is, from 0 to 1. */
  public double share() {
    return able() == 0 ? 1 : Math.min(1, (double) done / able());
  }

  /** Whose key seals the rows: the import's own, as if it were a person. */
  static PersonId owner(UUID id) {
    return new PersonId(id);
  }
}
