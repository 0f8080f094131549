/**
 * Turns official acts into ledger entries, keeps receipts, compares the database with the ledger.
 */
@ApplicationModule(displayName = "evidence")
@NullMarked
package org.smartcorrection.platform.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
