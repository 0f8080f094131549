package org.smartcorrection.platform.oversight;

import java.time.Instant;
import org.smartcorrection.platform.kernel.CaseId;

/** A closed case that somebody opened in an emergency, and the reason given (rule H13). */
record OpeningRow(CaseId caseId, String number, String by, String reason, Instant at) {}
