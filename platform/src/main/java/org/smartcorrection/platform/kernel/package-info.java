/** Identifiers, clock, paging and refusals: what every module speaks. */
@ApplicationModule(displayName = "kernel")
@NullMarked
package org.smartcorrection.platform.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
