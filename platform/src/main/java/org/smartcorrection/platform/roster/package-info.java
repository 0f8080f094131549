/**
 * Who is on duty when (rule H15): turns of day and night, drawn up by the head of the bureau, how
 * to reach whoever has one, and what a turn hands over to the next.
 */
@ApplicationModule(
    displayName = "roster",
    allowedDependencies = {"kernel", "shell", "vault", "organisation", "access", "casework"})
@NullMarked
package org.smartcorrection.platform.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
