@NullMarked
package org.smartcorrection.platform.reporting;

import org.jspecify.annotations.NullMarked;
