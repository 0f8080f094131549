package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.Ordering;

/**
 * The ledger as this installation reaches it: logs of its own, or its node among those of other
 * agencies; one log for each of {@link Origins}. Whoever asks while it is away gets an {@link
 * IOException}, and asks again later.
 */
interface Ledger extends Ordering {
  /** Whether this installation orders alone, and itself holds the keys of the logs. */
  default boolean isAlone() {
    return false;
  }

  /** How many entries of a log are ordered here, final or not. */
  long size(String origin) throws IOException;

  /** How far an entry at this place has come; from what is known here, without asking anybody. */
  Receipt receipt(String origin, long index);

  /** The receipt of an entry that has no place yet. */
  Receipt waiting(String origin);

  /** The latest head of a log that counts, as a signed note. */
  String checkpoint(String origin) throws IOException;

  /** Whether this very entry stands in its log. */
  boolean has(SignedEntry entry) throws IOException;

  /**
   * Whether what this key signs will be taken: where members agree on a policy, it stands there.
   */
  boolean takes(VerifierKey key) throws IOException;

  /** A log under the latest head that counts: what is read there can be proved to anybody. */
  Reading reading(String origin) throws IOException;

  /** A log under the newest head here, final or not. */
  Reading ordered(String origin) throws IOException;

  /** The policy with which anybody checks proofs of all logs: whom to trust, and for what. */
  String policy() throws IOException;

  /** Agencies whose keys this installation holds. */
  void admit(Set<String> codes) throws IOException;

  /**
   * A log as the procuratorate's own node shows it, where this installation knows that node: a
   * prosecutor then believes no other agency's machine.
   */
  default Reading oversight(String origin) throws IOException {
    return reading(origin);
  }

  /** Where that node is. */
  default Optional<URI> oversightNode() {
    return Optional.empty();
  }

  /** How far the members have come in a log; from what is known here, without asking anybody. */
  State state(String origin);

  /**
   * The state of a log.
   *
   * @param heard whether the node was heard of at all since the start
   * @param ordered number of entries in the common order
   * @param sealed how many of them are under a head that counts
   * @param needed how many signers make a head count
   * @param signers of heads; nobody where this installation orders alone
   */
  record State(boolean heard, long ordered, long sealed, int needed, List<Signer> signers) {
    public State {
      signers = List.copyOf(signers);
    }
  }

  /**
   * A member that signs heads.
   *
   * @param signed the size of the largest head it signed, as far as is known here; -1 for none
   */
  record Signer(String name, long signed) {}
}
