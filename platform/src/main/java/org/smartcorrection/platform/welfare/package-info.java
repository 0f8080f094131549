/**
 * Signs of the body (rule H17): kept on a health ground alone, apart from everything else, and
 * there so that somebody helps. Nothing of them is evidence, an alarm of supervision or a score.
 */
@ApplicationModule(displayName = "welfare")
@NullMarked
package org.smartcorrection.platform.welfare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
