/**
 * What devices sent about one person and what became of it, as it is stored: compact pages from
 * which everything that was observed can be repeated exactly.
 */
@NullMarked
package org.smartcorrection.location.journal;

import org.jspecify.annotations.NullMarked;
