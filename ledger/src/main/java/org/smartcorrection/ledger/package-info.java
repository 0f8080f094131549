/**
 * Entries, Merkle tree, checkpoints, proofs and their verification, and the ordering interface.
 *
 * <p>One way leads through the packages, and each is a station on it:
 *
 * <pre>
 * entry    what an agency signs: pseudonyms, an hour and a hash over salted commitments
 *   |
 * order    puts signed entries into one sequence, makes them durable, gives each its index
 *   |
 * tree     hashes that sequence into the Merkle tree of RFC 9162
 *   |
 * register says from time to time which entry is the latest of every case
 *   |
 * note     signs the tree's head: the checkpoint of the log, cosigned by member agencies
 *   |
 * proof    packs entry, path and checkpoint into a file that anybody can check offline
 * </pre>
 *
 * <p>The formats are the open ones of C2SP (signed-note, tlog-checkpoint, tlog-cosignature,
 * tlog-tiles, tlog-policy, tlog-proof), RFC 9162 and RFC 8785. Their parsers are strict: what a
 * format forbids is refused with {@link org.smartcorrection.ledger.MalformedException}.
 */
@NullMarked
package org.smartcorrection.ledger;

import org.jspecify.annotations.NullMarked;
