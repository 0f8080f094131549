@NullMarked
package org.smartcorrection.platform.desk.court;

import org.jspecify.annotations.NullMarked;
