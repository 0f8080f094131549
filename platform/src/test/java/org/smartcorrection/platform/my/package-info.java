@NullMarked
package org.smartcorrection.platform.my;

import org.jspecify.annotations.NullMarked;
