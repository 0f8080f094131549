@NullMarked
package org.smartcorrection.platform.figures;

import org.jspecify.annotations.NullMarked;
