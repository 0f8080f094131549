@NullMarked
package org.smartcorrection.platform.notify;

import org.jspecify.annotations.NullMarked;
