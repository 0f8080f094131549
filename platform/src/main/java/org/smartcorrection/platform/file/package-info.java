/**
 * The electronic file of a case: what lies in it and where, what is missing from it, finding words
 * in it, and handing it over whole (Community Corrections Law 22).
 */
@ApplicationModule(displayName = "file")
@NullMarked
package org.smartcorrection.platform.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
