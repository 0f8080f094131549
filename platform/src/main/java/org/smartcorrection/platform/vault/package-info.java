/**
 * Keys per person and purpose, kept outside the database: destroying a key deletes what it sealed.
 */
@ApplicationModule(displayName = "vault")
@NullMarked
package org.smartcorrection.platform.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
