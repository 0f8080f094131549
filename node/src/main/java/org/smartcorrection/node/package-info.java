/** A member's ledger node: a process of its own that orders entries and serves the log. */
@NullMarked
package org.smartcorrection.node;

import org.jspecify.annotations.NullMarked;
