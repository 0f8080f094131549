/** Proof files and the policy and verifier with which anybody can check them offline. */
@NullMarked
package org.smartcorrection.ledger.proof;

import org.jspecify.annotations.NullMarked;
