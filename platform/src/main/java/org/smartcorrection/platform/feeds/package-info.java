/** What is due, as a calendar that people subscribe to: discreet, and ended as easily as begun. */
@ApplicationModule(displayName = "feeds")
@NullMarked
package org.smartcorrection.platform.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
