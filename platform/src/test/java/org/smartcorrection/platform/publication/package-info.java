@NullMarked
package org.smartcorrection.platform.publication;

import org.jspecify.annotations.NullMarked;
