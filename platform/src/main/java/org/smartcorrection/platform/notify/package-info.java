/** Tells people that there is something for them, in words that tell nobody else anything. */
@ApplicationModule(displayName = "notify")
@NullMarked
package org.smartcorrection.platform.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
