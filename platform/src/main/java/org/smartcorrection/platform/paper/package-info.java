/** Papers: one content model, and what becomes of it as a page, as PDF and as OFD. */
@ApplicationModule(displayName = "paper")
@NullMarked
package org.smartcorrection.platform.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
