@NullMarked
package org.smartcorrection.platform.roster;

import org.jspecify.annotations.NullMarked;
