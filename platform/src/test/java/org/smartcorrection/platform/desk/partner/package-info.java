@NullMarked
package org.smartcorrection.platform.desk.partner;

import org.jspecify.annotations.NullMarked;
