/**
 * Statistics for those who supervise: the national report's kind of tables, each figure with the
 * cases behind it, counted from acts and rebuilt from them.
 */
@ApplicationModule(
    displayName = "figures",
    allowedDependencies = {"kernel", "shell", "organisation", "access", "subjects", "casework"})
@NullMarked
package org.smartcorrection.platform.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
