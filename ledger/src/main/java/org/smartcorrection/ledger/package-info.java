/** Entries, Merkle tree, checkpoints, proofs and their verification, and the ordering interface. */
@NullMarked
package org.smartcorrection.ledger;

import org.jspecify.annotations.NullMarked;
