/**
 * How the platform lives on a machine: its data folder, its database, its certificate, and clear
 * words when it cannot start.
 */
@ApplicationModule(displayName = "hosting", allowedDependencies = "kernel")
@NullMarked
package org.smartcorrection.platform.hosting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
