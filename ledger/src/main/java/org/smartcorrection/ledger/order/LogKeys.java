package org.smartcorrection.ledger.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The keys with which an agency answers for the head of its log.
 *
 * @param log signs every checkpoint; its name is the log's origin
 * @param cosigners the agency's keys as a member, one for each kind of signature: they count
 *     towards quorums
 */
public record LogKeys(SigningKey log, List<SigningKey> cosigners) {
  public LogKeys {
    if (log.verifierKey().use() != KeyUse.LOG) {
      throw new IllegalArgumentException("the log's key is for another use");
    }
    cosigners = List.copyOf(cosigners);
    if (cosigners.isEmpty()) throw new IllegalArgumentException("a log without a cosigner");
    if (!cosigners.stream().allMatch(key -> key.verifierKey().use().cosigns())) {
      throw new IllegalArgumentException("a cosigner's key is for another use");
    }
  }

  public String origin() {
    return log.verifierKey().name();
  }

  byte[] checkpoint(long size, Hash root, Clock clock) {
    var head = new Checkpoint(origin(), size, root);
    var signatures = new ArrayList<NoteSignature>();
    signatures.add(NoteSignature.sign(head.text(), log));
    Instant now = clock.instant();
    for (SigningKey cosigner : cosigners) signatures.add(NoteSignature.cosign(head, cosigner, now));
    return new SignedNote(head.text(), signatures).toString().getBytes(UTF_8);
  }
}
