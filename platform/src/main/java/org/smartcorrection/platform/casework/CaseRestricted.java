package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.kernel.CaseId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A case that the actor's post covers and may not open (rule H13): somebody decided so. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class CaseRestricted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient CaseId caseId;

  CaseRestricted(CaseId caseId) {
    super("restricted");
    this.caseId = caseId;
  }

  public CaseId caseId() {
    return caseId;
  }
}
