/** The Merkle tree of RFC 9162: hashes, roots, and proofs of inclusion and of consistency. */
@NullMarked
package org.smartcorrection.ledger.tree;

import org.jspecify.annotations.NullMarked;
