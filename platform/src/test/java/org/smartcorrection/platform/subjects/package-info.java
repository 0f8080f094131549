@NullMarked
package org.smartcorrection.platform.subjects;

import org.jspecify.annotations.NullMarked;
