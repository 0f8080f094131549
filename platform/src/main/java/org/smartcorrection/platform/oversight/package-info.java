/**
 * The procuratorate's view: the same facts at the same time as the agency has them, what to ask
 * about, opinions and replies, and complaints that nobody else sees (CCL 8, 34, 62; SPP rules
 * 642–644).
 */
@ApplicationModule(displayName = "oversight")
@NullMarked
package org.smartcorrection.platform.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
