@NullMarked
package org.smartcorrection.platform.file;

import org.jspecify.annotations.NullMarked;
