/** Cases and their acts: the one way in which anything official happens to a person. */
@ApplicationModule(displayName = "casework")
@NullMarked
package org.smartcorrection.platform.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
