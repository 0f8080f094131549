package org.smartcorrection.platform.documents;

import org.smartcorrection.platform.kernel.CaseId;

/** An upload of a case was read: words in it can be found, or it is known that they cannot. */
public record TextRead(CaseId caseId) {}
