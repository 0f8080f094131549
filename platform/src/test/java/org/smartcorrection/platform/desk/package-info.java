@NullMarked
package org.smartcorrection.platform.desk;

import org.jspecify.annotations.NullMarked;
