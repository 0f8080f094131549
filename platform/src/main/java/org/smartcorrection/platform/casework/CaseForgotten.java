package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.kernel.CaseId;

/** A case that should be gone stood in a database that was put back; it is ended. */
public record CaseForgotten(CaseId caseId) {}
