package org.smartcorrection.ledger.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The two keys with which an agency answers for the head of its log.
 *
 * @param log signs every checkpoint; its name is the log's origin
 * @param cosigner the agency's key as a member: its cosignature counts towards quorums
 */
public record LogKeys(SigningKey log, SigningKey cosigner) {
  public LogKeys {
    if (log.verifierKey().use() != KeyUse.LOG) {
      throw new IllegalArgumentException("the log's key is for another use");
    }
    if (!cosigner.verifierKey().use().cosigns()) {
      throw new IllegalArgumentException("the cosigner's key is for another use");
    }
  }

  public String origin() {
    return log.verifierKey().name();
  }

  byte[] checkpoint(long size, Hash root, Clock clock) {
    var head = new Checkpoint(origin(), size, root);
    var signatures =
        List.of(
            NoteSignature.sign(head.text(), log),
            NoteSignature.cosign(head, cosigner, clock.instant()));
    return new SignedNote(head.text(), signatures).toString().getBytes(UTF_8);
  }
}
