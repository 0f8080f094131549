package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.util.List;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Opening;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.proof.DisclosedEntry;
import org.smartcorrection.ledger.proof.ProofFile;
import org.smartcorrection.ledger.tree.InclusionProof;
import org.smartcorrection.ledger.tree.Inclusions;
import org.smartcorrection.ledger.tree.Subtrees;

/**
 * The log as it stands under one head.
 *
 * @param head a signed note
 * @param size number of entries under it
 * @param subtrees of its tree
 * @param leaves where entries are read
 */
record Reading(String head, long size, Subtrees subtrees, Leaves leaves) {
  /** Reads the leaves from an index on, up to the end of their bundle. */
  @FunctionalInterface
  interface Leaves {
    List<byte[]> from(long index) throws IOException;
  }

  /** The log under a head that is a note of a checkpoint. */
  static Reading of(String head, Subtrees subtrees, Leaves leaves) throws IOException {
    return new Reading(head, size(head), subtrees, leaves);
  }

  /** How many entries a head is over. */
  static long size(String head) throws IOException {
    try {
      return Checkpoint.parse(SignedNote.parse(head).text()).size();
    } catch (MalformedException e) {
      throw new IOException("the log's head is no checkpoint", e);
    }
  }

  /** The entry at an index, compared with the tree. */
  SignedEntry entry(long index) throws IOException {
    try {
      SignedEntry entry = SignedEntry.parse(leaves.from(index).getFirst());
      if (entry.leafHash().equals(subtrees.at(0, index))) return entry;
    } catch (MalformedException e) {
      throw new IOException("entry " + index + " is none", e);
    }
    throw new IOException("entry " + index + " is not the one in the tree");
  }

  /**
   * The proof of an entry.
   *
   * @throws IllegalArgumentException if what is told is not of the entry
   */
  ProofFile proof(long index, Opening told) throws IOException {
    return place(index).with(new DisclosedEntry(entry(index), told));
  }

  /** The place of an entry under this head, without the entry. */
  ProofFile place(long index) throws IOException {
    if (index >= size) throw new IOException("the entry is not under this head yet");
    return new ProofFile(null, index, InclusionProof.from(subtrees, index, size).path(), head);
  }

  /**
   * The proof that several entries stand at their places.
   *
   * @throws IllegalArgumentException if the indexes are not ascending indexes of this tree
   */
  Inclusions inclusions(List<Long> indexes) throws IOException {
    return Inclusions.from(subtrees, indexes, size);
  }
}
