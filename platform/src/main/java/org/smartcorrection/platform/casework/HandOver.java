package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PostId;

/**
 * A caseload that goes from one officer to others, each case by an act of its own (rule H10).
 *
 * @param former whose cases they were
 * @param account who ordered it; the acts are theirs
 * @param cases how many in all, {@code done} of them with an act, {@code left} without one
 */
public record HandOver(
    UUID id,
    AgencyId custody,
    AccountId former,
    String reason,
    AccountId account,
    PostId post,
    Instant createdAt,
    @Nullable Instant finishedAt,
    int cases,
    int done,
    int left) {

  /** How much of it is behind, 0 to 1. */
  public double share() {
    return cases == 0 ? 1 : (done + left) / (double) cases;
  }

  /** What became of one case. */
  public enum State {
    WAITING,
    DONE,
    /** Somebody else is responsible meanwhile, or nobody: it stays as it is. */
    CHANGED,
    /** The law refused, for instance because the correction ended or the officer left the post. */
    REFUSED,
    /** Something went wrong; nothing was done. */
    FAILED,
    /** Whoever ordered it no longer holds the post: nobody acts for them. */
    LEFT
  }

  /**
   * One case of it.
   *
   * @param to who is to be responsible
   * @param act the number of the act by which it was done, within the case
   */
  public record Row(int number, CaseId caseId, Officer to, State state, @Nullable Integer act) {}
}
