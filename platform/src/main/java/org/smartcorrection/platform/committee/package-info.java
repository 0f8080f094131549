/**
 * The committee of an agency: who deliberates, when, and about which act of which case (rule H11).
 * It advises whoever decides.
 */
@ApplicationModule(
    displayName = "committee",
    allowedDependencies = {"kernel", "shell", "organisation", "casework"})
@NullMarked
package org.smartcorrection.platform.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
