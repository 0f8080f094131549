/** What a person under correction reports and applies for, by themselves or through staff. */
@ApplicationModule(displayName = "reporting")
@NullMarked
package org.smartcorrection.platform.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
