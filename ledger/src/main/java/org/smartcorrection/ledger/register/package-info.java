/**
 * The register of the latest entries: what makes "these are all acts of this case" provable
 * offline.
 *
 * <p>From time to time an entry says which entry is the latest of every case among the first
 * <i>n</i> of the log, by the root of a tree over all of them. It follows from the entries alone,
 * so that everybody who has the log finds a false one.
 */
@NullMarked
package org.smartcorrection.ledger.register;

import org.jspecify.annotations.NullMarked;
