@NullMarked
package org.smartcorrection.platform.oversight;

import org.jspecify.annotations.NullMarked;
