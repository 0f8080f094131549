/** The command centre's screen: what stands open, what just happened, and no names. */
@ApplicationModule(displayName = "wall")
@NullMarked
package org.smartcorrection.platform.wall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
