package org.smartcorrection.platform.casework;

import java.util.UUID;
import org.smartcorrection.platform.kernel.CaseId;

/**
 * One run of a procedure in a case, as its acts add up: a reception, one leave, one positioning.
 *
 * @param version of the definition it began with and stays with
 * @param openedBy number of the act that opened it, {@code changedBy} of the latest one
 */
public record Running(
    UUID id,
    CaseId caseId,
    String procedure,
    int version,
    String state,
    boolean closed,
    Facts facts,
    int openedBy,
    int changedBy) {}
