/**
 * The demonstration: an invented district with a history, its story on one page, and its tricks.
 */
@ApplicationModule(displayName = "demo")
@NullMarked
package org.smartcorrection.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
