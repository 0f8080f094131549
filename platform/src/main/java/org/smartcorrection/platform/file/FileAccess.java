package org.smartcorrection.platform.file;

import jakarta.servlet.http.HttpServletRequest;
import org.smartcorrection.platform.desk.CaseAccess;
import org.smartcorrection.platform.desk.OpenedCase;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.springframework.stereotype.Component;

/**
 * Who may open the file of a case: whoever may read its documents. What somebody entrusted to the
 * procuratorate is no file of correction (Community Corrections Law 34).
 */
@Component
class FileAccess {
  private final CaseAccess access;
  private final Agencies agencies;

  FileAccess(CaseAccess access, Agencies agencies) {
    this.access = access;
    this.agencies = agencies;
  }

  /**
   * Opens a file and records the look.
   *
   * @param what the part of {@code access.what.…} that names what is seen
   * @throws NotFound when there is none, or the actor's post does not cover it
   */
  OpenedCase open(String id, HttpServletRequest request, String what) {
    OpenedCase opened = access.open(CaseId.of(id), request, what);
    if (agencies.get(opened.in().agency()).kind() == AgencyKind.PROCURATORATE) throw new NotFound();
    return opened;
  }
}
