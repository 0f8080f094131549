package org.smartcorrection.ledger.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.smartcorrection.ledger.note.BadSignatureException;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The keys with which an agency answers for the head of its log.
 *
 * @param log signs every checkpoint; its name is the log's origin
 * @param cosigners the agency's keys as a member, one for each kind of signature: they count
 *     towards quorums
 * @param retired keys that signed before these and sign no more: what they signed is still believed
 */
public record LogKeys(SigningKey log, List<SigningKey> cosigners, List<VerifierKey> retired) {
  public LogKeys {
    if (log.verifierKey().use() != KeyUse.LOG) {
      throw new IllegalArgumentException("the log's key is for another use");
    }
    cosigners = List.copyOf(cosigners);
    retired = List.copyOf(retired);
    if (cosigners.isEmpty()) throw new IllegalArgumentException("a log without a cosigner");
    if (!cosigners.stream().allMatch(key -> key.verifierKey().use().cosigns())) {
      throw new IllegalArgumentException("a cosigner's key is for another use");
    }
  }

  /** Keys that were never changed. */
  public LogKeys(SigningKey log, List<SigningKey> cosigners) {
    this(log, cosigners, List.of());
  }

  /** The key of the log and those before it. */
  List<VerifierKey> ofTheLog() {
    return Stream.concat(Stream.of(log.verifierKey()), retired.stream())
        .filter(key -> key.use() == KeyUse.LOG && key.name().equals(origin()))
        .toList();
  }

  /** Whether all keys of today signed a head. */
  boolean signed(SignedNote head) throws BadSignatureException {
    List<VerifierKey> all =
        Stream.concat(Stream.of(log), cosigners.stream()).map(SigningKey::verifierKey).toList();
    return head.verifiedBy(all).keySet().containsAll(all);
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
