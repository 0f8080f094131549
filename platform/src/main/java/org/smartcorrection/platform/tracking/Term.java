package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.location.Article29Ground;
import org.smartcorrection.location.PositioningGround;
import org.smartcorrection.platform.kernel.CaseId;

/** One term of a positioning: the first one, or an extension, each of three months at most. */
record Term(UUID instance, CaseId caseId, PositioningGround ground) {
  /** The term that decides now: the one that holds, else the latest that has begun, else any. */
  static Optional<Term> deciding(List<Term> inOrder, Instant now) {
    return inOrder.stream()
        .filter(term -> term.ground.holdsAt(now))
        .findFirst()
        .or(
            () ->
                inOrder.stream()
                    .filter(term -> !now.isBefore(term.ground.approvedAt()))
                    .reduce((_, later) -> later))
        .or(() -> inOrder.stream().findFirst());
  }

  Ground told() {
    return new Ground(instance, caseId, ground.ground(), ground.approvedAt(), ground.end());
  }

  /** The ground as the procedure's facts name it. */
  static Article29Ground kind(String choice) {
    return switch (choice) {
      case "PROHIBITION_BREACHED" -> Article29Ground.BREACHED_PROHIBITION_ORDER;
      case "LEFT_WITHOUT_APPROVAL" -> Article29Ground.LEFT_WITHOUT_APPROVAL;
      case "REFUSED_TO_REPORT_AND_WARNED" -> Article29Ground.REFUSED_TO_REPORT;
      case "PUNISHED_BY_POLICE" -> Article29Ground.PUNISHED_BY_POLICE;
      case "REVOCATION_ABOUT_TO_BE_PROPOSED" -> Article29Ground.REVOCATION_OR_RECALL_PROPOSED;
      case String other -> throw new IllegalStateException("no ground of CCL 29: " + other);
    };
  }
}
