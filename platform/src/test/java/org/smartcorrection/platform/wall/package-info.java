@NullMarked
package org.smartcorrection.platform.wall;

import org.jspecify.annotations.NullMarked;
