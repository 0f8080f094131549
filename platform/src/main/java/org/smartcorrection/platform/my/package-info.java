/** The pages of the person under correction, the kiosk, and staff acting on the person's behalf. */
@ApplicationModule(displayName = "my")
@NullMarked
package org.smartcorrection.platform.my;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
