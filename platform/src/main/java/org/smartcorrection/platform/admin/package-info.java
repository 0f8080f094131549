/**
 * Administration: the organisation and its accounts, the audit trail, and the state of the ledger,
 * for two roles that share none of these pages and read no case. How the organisation stands is
 * shown to all staff.
 */
@ApplicationModule(displayName = "admin")
@NullMarked
package org.smartcorrection.platform.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
