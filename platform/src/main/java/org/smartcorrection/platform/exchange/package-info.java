/**
 * Data in: an existing caseload from a spreadsheet, and the check-up of a spreadsheet that is kept
 * nowhere.
 */
@ApplicationModule(
    displayName = "exchange",
    allowedDependencies = {
      "kernel",
      "shell",
      "vault",
      "organisation",
      "access",
      "subjects",
      "documents",
      "casework",
      "evidence"
    })
@NullMarked
package org.smartcorrection.platform.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
