/** Agencies of every level and kind, posts, staff and the accounts that act in a post. */
@ApplicationModule(displayName = "organisation")
@NullMarked
package org.smartcorrection.platform.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
