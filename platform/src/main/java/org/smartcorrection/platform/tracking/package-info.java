/** Positions within the law: grounds, devices, permitted areas, and alarms as questions. */
@ApplicationModule(displayName = "tracking")
@NullMarked
package org.smartcorrection.platform.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
