@NullMarked
package org.smartcorrection.platform.organisation;

import org.jspecify.annotations.NullMarked;
