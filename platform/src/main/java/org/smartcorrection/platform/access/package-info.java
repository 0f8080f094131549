/**
 * Who may do what: login, the authorisation matrix, purpose of access and the record of every look.
 */
@ApplicationModule(displayName = "access")
@NullMarked
package org.smartcorrection.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
