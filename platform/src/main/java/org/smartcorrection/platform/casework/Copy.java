package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.procedure.act.Role;

/**
 * A copy of an act on paper for an organ that has no account here (rule H8).
 *
 * @param number of the act within its case
 * @param type of the act
 * @param agency that owes it
 * @param rule whose number says by when
 * @param end when it is overdue
 * @param sent {@code null} while it waits
 */
public record Copy(
    UUID id,
    CaseId caseId,
    ActId act,
    int number,
    String type,
    Role addressee,
    AgencyId agency,
    String rule,
    LocalDate day,
    Instant end,
    @Nullable Sent sent) {

  /**
   * How it left.
   *
   * @param run of the procedure {@code delivery}, with its own acts
   * @param way the choice of the fact {@code sentBy}
   * @param act number of the act that records it
   * @param receivedOn {@code null} while there is no proof of it
   */
  public record Sent(UUID run, String way, LocalDate on, int act, @Nullable LocalDate receivedOn) {}

  /** Whether it left too late, or has not left and ought to have. */
  public boolean late(Instant now) {
    return sent == null ? !now.isBefore(end) : sent.on().isAfter(day);
  }
}
