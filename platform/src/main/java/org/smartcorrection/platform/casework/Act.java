package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Role;

/**
 * One official act, as it was recorded: it is never changed, only corrected by a later one.
 *
 * @param number within the case, from 1 without gaps
 * @param procedure the procedure it belongs to, with {@code instance} the one run of it
 * @param agency whose key signs it
 * @param role in which the post acted
 * @param substitution by which somebody acted in a post that is not theirs
 * @param restsOn the run of another procedure that carries it, such as the alarm of an admonition
 * @param occurredAt when it happened; {@code recordedAt} when the platform learned of it
 * @param effectiveOn the legal day from which it counts
 * @param corrects the act it puts right
 * @param overrideReason why a rule that only warns was not followed
 * @param facts empty facts when they were shredded
 */
public record Act(
    ActId id,
    CaseId caseId,
    int number,
    String procedure,
    UUID instance,
    String type,
    int schemaVersion,
    AgencyId agency,
    AccountId account,
    PostId post,
    Role role,
    @Nullable UUID substitution,
    @Nullable UUID restsOn,
    List<String> documentKinds,
    Instant occurredAt,
    LocalDate effectiveOn,
    Instant recordedAt,
    @Nullable ActId corrects,
    @Nullable String overrideReason,
    Facts facts,
    boolean shredded) {
  public Act {
    documentKinds = List.copyOf(documentKinds);
  }

  /** Whether it belongs to a deliberation: what colleagues say there is theirs (rule H11). */
  public boolean deliberates() {
    return procedure.equals("committee");
  }

  /**
   * Whether it is about somebody who has to be protected from the person (rule M16): its documents
   * are never the person's to read, and of its facts none that is {@link
   * org.smartcorrection.procedure.act.Withheld}.
   */
  public boolean protects() {
    return procedure.equals("protection");
  }

  /** The same act for a reader to whom these facts are not shown. */
  public Act without(Set<String> hidden) {
    var shown = new TreeMap<>(facts.values());
    shown.keySet().removeAll(hidden);
    return stating(new Facts(shown));
  }

  /** The same act with the facts that count after a correction. */
  Act stating(Facts next) {
    return new Act(
        id,
        caseId,
        number,
        procedure,
        instance,
        type,
        schemaVersion,
        agency,
        account,
        post,
        role,
        substitution,
        restsOn,
        documentKinds,
        occurredAt,
        effectiveOn,
        recordedAt,
        corrects,
        overrideReason,
        next,
        shredded);
  }
}
