package org.smartcorrection.ledger.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.note.BadSignatureException;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.proof.Verdict.Reason;

/**
 * The head of a log, signed with a key of that log that the policy knows and that still counts.
 *
 * @param log the key
 * @param cosigners that the policy names, each with the time that it stated
 * @param isFinal whether they are a quorum
 */
public record TrustedHead(
    SignedNote note,
    Checkpoint checkpoint,
    VerifierKey log,
    SequencedMap<String, Instant> cosigners,
    boolean isFinal) {

  /** Why a head is not to be believed. */
  public static final class UntrustedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UntrustedException(Reason reason, String detail) {
      super(detail);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }

  /** Reads the text of a signed note. */
  public static TrustedHead read(String text, Policy policy) throws UntrustedException {
    SignedNote note;
    Checkpoint checkpoint;
    try {
      note = SignedNote.parse(text);
      checkpoint = Checkpoint.parse(note.text());
    } catch (MalformedException e) {
      throw new UntrustedException(Reason.MALFORMED_CHECKPOINT, String.valueOf(e.getMessage()));
    }
    List<VerifierKey> logs =
        policy.logs().stream().filter(log -> log.name().equals(checkpoint.origin())).toList();
    if (logs.isEmpty()) {
      throw new UntrustedException(Reason.UNKNOWN_LOG, "no log line has this origin");
    }
    var known = new ArrayList<>(logs);
    known.addAll(policy.witnesses().values());
    Map<VerifierKey, NoteSignature> verified;
    try {
      verified = note.verifiedBy(known);
    } catch (BadSignatureException e) {
      throw new UntrustedException(
          Reason.WRONG_CHECKPOINT_SIGNATURE, String.valueOf(e.getMessage()));
    }
    verified.keySet().removeIf(key -> !policy.revocations().allowsHead(key, checkpoint));
    VerifierKey log =
        logs.stream()
            .filter(verified::containsKey)
            .findFirst()
            .orElseThrow(
                () ->
                    new UntrustedException(
                        Reason.NO_LOG_SIGNATURE, "the checkpoint is not signed by its log"));
    var cosigners = new LinkedHashMap<String, Instant>();
    policy
        .witnesses()
        .forEach(
            (name, key) -> {
              NoteSignature signature = verified.get(key);
              if (signature != null) cosigners.put(name, signature.time());
            });
    boolean isFinal = policy.quorum(checkpoint.origin()).isMetBy(cosigners.keySet());
    return new TrustedHead(note, checkpoint, log, cosigners, isFinal);
  }
}
