package org.smartcorrection.ledger.audit;

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
import org.smartcorrection.ledger.proof.Policy;

/**
 * A head with the signature of a log that the policy knows.
 *
 * @param cosigners that the policy names, with the time each of them signed
 */
record Head(SignedNote note, Checkpoint checkpoint, SequencedMap<String, Instant> cosigners) {
  /** Reads a head and all signatures by known keys; unknown ones are passed over. */
  static Head read(String text, Policy policy) throws MalformedException {
    SignedNote note = SignedNote.parse(text);
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    List<VerifierKey> logs =
        policy.logs().stream().filter(log -> log.name().equals(checkpoint.origin())).toList();
    var known = new ArrayList<>(logs);
    known.addAll(policy.witnesses().values());
    Map<VerifierKey, NoteSignature> verified;
    try {
      verified = note.verifiedBy(known);
    } catch (BadSignatureException e) {
      throw new MalformedException(String.valueOf(e.getMessage()), e);
    }
    verified.keySet().removeIf(key -> !policy.revocations().allowsHead(key, checkpoint));
    if (logs.stream().noneMatch(verified::containsKey)) {
      throw new MalformedException("not signed by a log of the policy");
    }
    var cosigners = new LinkedHashMap<String, Instant>();
    policy
        .witnesses()
        .forEach(
            (name, key) -> {
              NoteSignature signature = verified.get(key);
              if (signature != null) cosigners.put(name, signature.time());
            });
    return new Head(note, checkpoint, cosigners);
  }
}
