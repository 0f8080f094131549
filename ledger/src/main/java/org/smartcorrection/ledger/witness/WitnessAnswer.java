package org.smartcorrection.ledger.witness;

import java.util.List;
import org.smartcorrection.ledger.note.NoteSignature;

/** What a witness answers to {@link AddCheckpoint}. */
public sealed interface WitnessAnswer {
  /** The checkpoint extends all that was seen before, and is now what the witness remembers. */
  record Cosigned(List<NoteSignature> signatures) implements WitnessAnswer {
    public Cosigned {
      signatures = List.copyOf(signatures);
    }
  }

  /**
   * The log does not know what the witness cosigned last; it should prove from there.
   *
   * @param size of that tree
   */
  record OtherSize(long size) implements WitnessAnswer {}

  /** Nothing was cosigned. */
  record Refused(Reason reason, String detail) implements WitnessAnswer {}

  /** Why nothing was cosigned. */
  enum Reason {
    /** The request breaks the format, or its old size is above the new one. */
    MALFORMED,
    /** The witness was not told to look after this log. */
    UNKNOWN_LOG,
    /** No signature by a key of this log, or a wrong one. */
    NOT_SIGNED,
    /** The proof does not show that the tree only grew. */
    NOT_AN_EXTENSION
  }
}
