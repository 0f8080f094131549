/**
 * What a member does for the logs of others: it remembers the largest tree it has seen of each, and
 * cosigns nothing but extensions of it (C2SP tlog-witness). Two heads that cannot both be of one
 * tree that only grew are kept as evidence that anybody can check.
 */
@NullMarked
package org.smartcorrection.ledger.witness;

import org.jspecify.annotations.NullMarked;
