/**
 * The pages that bring several modules together for officers, heads of bureaus and courts: the
 * day's duties, the case, and the form of every official act.
 */
@ApplicationModule(displayName = "desk")
@NullMarked
package org.smartcorrection.platform.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
