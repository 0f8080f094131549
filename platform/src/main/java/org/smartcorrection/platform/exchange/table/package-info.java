/** Tables as people hand them in: pure, from bytes to rows of words with their addresses. */
@NullMarked
package org.smartcorrection.platform.exchange.table;

import org.jspecify.annotations.NullMarked;
