@NullMarked
package org.smartcorrection.platform.welfare;

import org.jspecify.annotations.NullMarked;
