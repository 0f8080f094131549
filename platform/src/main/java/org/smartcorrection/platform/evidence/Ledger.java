package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.Ordering;

/**
 * The ledger as this installation reaches it: a log of its own, or its node among those of other
 * agencies. Whoever asks while it is away gets an {@link IOException}, and asks again later.
 */
interface Ledger extends Ordering {
  /** How many entries are ordered here, final or not. */
  long size() throws IOException;

  /** How far an entry at this place has come; from what is known here, without asking anybody. */
  Receipt receipt(long index);

  /** The receipt of an entry that has no place yet. */
  Receipt waiting();

  /** The latest head that counts, as a signed note. */
  String checkpoint() throws IOException;

  /** Whether this very entry stands in the log. */
  boolean has(SignedEntry entry) throws IOException;

  /** The log under the latest head that counts: what is read there can be proved to anybody. */
  Reading reading() throws IOException;

  /** The log under the newest head here, final or not. */
  Reading ordered() throws IOException;

  /** The policy with which anybody checks proofs of this log: whom to trust, and for what. */
  String policy() throws IOException;

  /** Agencies whose keys this installation holds. */
  void admit(Set<String> codes) throws IOException;

  /** Who signs heads, and how far each has come. */
  List<Signer> signers();

  /**
   * A member that signs heads.
   *
   * @param signed the size of the largest head it signed, as far as is known here; -1 for none
   */
  record Signer(String name, long signed) {}
}
