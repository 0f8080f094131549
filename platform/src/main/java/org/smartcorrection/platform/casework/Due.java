package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.procedure.Explanation;

/**
 * A deadline of a case.
 *
 * @param procedure whose definition names it
 * @param name what is owed, as that definition names it
 * @param rule the rule it comes from, such as {@code L09}
 * @param owner the role that owes it
 * @param provisional counted without that year's holiday notice (D5)
 * @param explanation how the date was counted
 * @param thenAct the act of time itself that follows when it passes
 * @param metBy number of the act that met it; {@code null} while it is open
 */
public record Due(
    UUID id,
    CaseId caseId,
    UUID instance,
    String procedure,
    String name,
    String rule,
    String owner,
    AgencyId agency,
    @Nullable AgencyId office,
    LocalDate day,
    Instant end,
    boolean provisional,
    Explanation explanation,
    @Nullable String thenAct,
    int openedBy,
    @Nullable Integer metBy,
    @Nullable Instant metAt) {
  /** How definitions call the deadline by which something granted or ordered ends by itself. */
  private static final String TERM = "end";

  /**
   * Whether it was met after its end, or is open past it. A term that ends by itself ends in time.
   */
  public boolean late(Instant now) {
    if (name.equals(TERM) && metAt != null) return metAt.isAfter(end);
    return !(metAt == null ? now : metAt).isBefore(end);
  }
}
