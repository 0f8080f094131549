@NullMarked
package org.smartcorrection.platform.paper;

import org.jspecify.annotations.NullMarked;
