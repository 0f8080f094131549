package org.smartcorrection.platform.evidence;

import org.smartcorrection.platform.kernel.CaseId;

/** A comparison of a case with the ledger came out differently than before. */
public record RecordsCompared(CaseId caseId) {}
