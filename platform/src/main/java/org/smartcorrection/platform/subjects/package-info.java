/** People under correction: identity, contacts, and finding the same person again. */
@ApplicationModule(displayName = "subjects")
@NullMarked
package org.smartcorrection.platform.subjects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
