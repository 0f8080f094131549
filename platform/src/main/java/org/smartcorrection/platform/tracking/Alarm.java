package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Severity;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * An alarm: a question to a person's agency, never a decision.
 *
 * @param instance the run of the procedure {@code alarm}; absent until its first act is recorded
 * @param state of that procedure, such as {@code RAISED} or {@code HEARD}
 * @param openedAt when it was detected
 * @param changedAt when state or evidence last changed
 * @param probability that the latest finding is true, 0 to 1; absent where nothing was computed
 * @param withdrawnAt when what came later withdrew all that it rests on
 * @param raisedAt when it became a question; absent until then
 * @param absence by which it is or was suspended, with {@code suspendedBy} for its run
 * @param seenAt when somebody acknowledged it first, with {@code seenBy}
 */
public record Alarm(
    UUID id,
    PersonId person,
    CaseId caseId,
    AgencyId agency,
    @Nullable UUID instance,
    AlarmKind kind,
    Severity severity,
    String state,
    boolean closed,
    Instant openedAt,
    Instant changedAt,
    @Nullable Double probability,
    @Nullable Instant withdrawnAt,
    @Nullable Instant raisedAt,
    Absences.@Nullable Kind absence,
    @Nullable UUID suspendedBy,
    @Nullable Instant seenAt,
    @Nullable AccountId seenBy) {
  /** Whether what the person says, or the search for them, is still to come. */
  public boolean unheard() {
    return switch (state) {
      case PENDING, "RAISED", "EVIDENCE_SEEN", "SEARCHING" -> true;
      case String _ -> false;
    };
  }

  /** Whether it is about a person (◆), and not about a device or the absence of news. */
  public boolean aboutPerson() {
    return severity == Severity.RED;
  }

  /** What was withdrawn before anybody acted on it ends by itself; else its officer ends it. */
  boolean isToBeWithdrawn() {
    return withdrawnAt != null && (state.equals("RAISED") || state.equals("EVIDENCE_SEEN"));
  }

  /** Whether an approved absence suspends it, so that nobody was asked. */
  public boolean suspended() {
    return state.equals(SUSPENDED);
  }

  static final String PENDING = "PENDING";
  static final String SUSPENDED = "SUSPENDED";
}
