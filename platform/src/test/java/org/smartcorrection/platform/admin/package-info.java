@NullMarked
package org.smartcorrection.platform.admin;

import org.jspecify.annotations.NullMarked;
