package org.smartcorrection.ledger.proof;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.register.RegisterEntry;

/** What checking a proof found. */
public sealed interface Verdict {
  /**
   * Everything holds: all that is told here was proved.
   *
   * @param entry as its agency signed it
   * @param index its place in the log
   * @param disclosed what is told of its content, by name
   * @param everything whether nothing was fixed beside that
   * @param checkpoint of the log that has the entry
   * @param signers who answers for it
   * @param document the text of the paper that carried the proof, which is the very one that was
   *     recorded; {@code null} for a proof file
   */
  record Valid(
      SignedEntry entry,
      long index,
      List<Disclosure> disclosed,
      boolean everything,
      Checkpoint checkpoint,
      Signers signers,
      @Nullable String document)
      implements Verdict {
    public Valid {
      disclosed = List.copyOf(disclosed);
    }
  }

  /**
   * It holds that these are the entries of a case up to the latest, or that the case has none.
   *
   * @param casePseudonym the case in this origin
   * @param latest number of its latest entry; 0 if it has none
   * @param entries the last of them, up to the latest; all, if they begin with number one
   * @param statement what the register states, and of how many entries of the log
   * @param register the entry that states it, as its agency signed it
   * @param index of that entry in the log
   * @param signers who answers for the register, and for the log
   */
  record Complete(
      String casePseudonym,
      long latest,
      List<CaseProof.Placed> entries,
      RegisterEntry statement,
      SignedEntry register,
      long index,
      Checkpoint checkpoint,
      Signers signers)
      implements Verdict {
    public Complete {
      entries = List.copyOf(entries);
    }

    /** Whether all entries of the case are told, and not the latest alone. */
    public boolean isWhole() {
      return entries.size() == latest;
    }

    /** The number of an entry in its case. */
    public long number(int at) {
      return latest - entries.size() + 1 + at;
    }
  }

  /**
   * Nothing in the file is to be believed.
   *
   * @param detail for the technician, in English; never repeats content of the file
   */
  record Invalid(Reason reason, String detail) implements Verdict {}

  /**
   * Whose signatures were found right.
   *
   * @param agency key under the entry
   * @param second key of the agency, with SM2, under the entry as well
   * @param log key under the checkpoint
   * @param cosigners under the checkpoint, by their name in the policy, with the time each stated
   */
  record Signers(
      VerifierKey agency,
      Optional<VerifierKey> second,
      VerifierKey log,
      SequencedMap<String, Instant> cosigners) {
    public Signers {
      cosigners = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cosigners));
    }
  }

  /** The first check that failed, in the order in which they are made. */
  enum Reason {
    /** Not a proof file. */
    MALFORMED_PROOF,
    /** The proof carries no entry, or not one in the right form. */
    MALFORMED_ENTRY,
    /** What was signed is not a checkpoint. */
    MALFORMED_CHECKPOINT,
    /** The policy does not know the log. */
    UNKNOWN_LOG,
    /** A signature under the checkpoint claims a known key and is wrong. */
    WRONG_CHECKPOINT_SIGNATURE,
    /** The log itself did not sign the checkpoint. */
    NO_LOG_SIGNATURE,
    /** Too few of the cosigners that the policy wants. */
    NO_QUORUM,
    /** The entry was signed for another log. */
    OTHER_ORIGIN,
    /** The policy does not know the key of the entry's agency. */
    UNKNOWN_AGENCY_KEY,
    /** The agency did not sign this entry, or not this content of it. */
    WRONG_ENTRY_SIGNATURE,
    /** The entry is not at this place of the log. */
    NOT_IN_LOG,
    /** The agency's key was revoked before this entry. */
    REVOKED_KEY,
    /** The paper's text is not the one whose hash the entry fixed. */
    FALSE_DISCLOSURE,
    /** What should be a register of the latest entries is none, or an old one. */
    NO_REGISTER,
    /** The register does not say this of the case. */
    NOT_IN_REGISTER,
    /** They are not the entries of this case one after the other, up to the latest. */
    NOT_COMPLETE,
    /** An entry says an earlier hour than the one before it. */
    BACKDATED
  }
}
