@NullMarked
package org.smartcorrection.platform.feeds;

import org.jspecify.annotations.NullMarked;
