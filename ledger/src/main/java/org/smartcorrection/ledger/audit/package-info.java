/**
 * Checks a whole log from outside, trusting nothing that serves it: every entry, every tile and the
 * head against one another ({@link org.smartcorrection.ledger.audit.Audit}), and what several
 * members serve against one another and against what was seen before ({@link
 * org.smartcorrection.ledger.audit.Monitor}).
 */
@NullMarked
package org.smartcorrection.ledger.audit;

import org.jspecify.annotations.NullMarked;
