/**
 * Administration: the organisation and its accounts, the audit trail, and the state of the ledger,
 * for two roles that share no page and read no case.
 */
@ApplicationModule(displayName = "admin")
@NullMarked
package org.smartcorrection.platform.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
