package org.smartcorrection.platform.evidence;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.note.DocumentSeal;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Attached;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Seals;
import org.smartcorrection.platform.evidence.KeyGenerations.Generation;
import org.smartcorrection.platform.kernel.ActId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts an agency's signature to each paper that the platform writes for it, in the transaction of
 * the act: the picture of the seal is drawn only where this signature holds.
 */
@Component
public class SealPapers {
  private final Documents documents;
  private final Seals seals;
  private final Entries entries;
  private final AgencyKeys keys;

  SealPapers(Documents documents, Seals seals, Entries entries, AgencyKeys keys) {
    this.documents = documents;
    this.seals = seals;
    this.entries = entries;
    this.keys = keys;
  }

  @EventListener
  void on(ActRecorded recorded) {
    String agency = recorded.by().agency().code();
    for (Attached attached : recorded.documents()) {
      Document document = documents.get(attached.id());
      if (document.number() == null) continue;
      seals.add(document.id(), signature(agency, document, keys.entryKey(agency)));
    }
  }

  /** The papers of an act whose entry is signed anew are sealed anew with it. */
  void sealAnew(ActId act, String agency) {
    SigningKey key = keys.entryKey(agency);
    for (Document document : documents.ofAct(act))
      if (seals.of(document.id()).filter(seal -> seal.agency().equals(agency)).isPresent())
        seals.replace(document.id(), signature(agency, document, key));
  }

  /** The key that sealed a document; empty when none did, or the signature does not hold. */
  public Optional<String> sealedBy(Document document, String agency) {
    return seals
        .of(document.id())
        .filter(signature -> signature.agency().equals(agency))
        .filter(signature -> holds(document, signature))
        .map(Seals.Signature::key);
  }

  /** By a key that the agency has, or had and did not revoke before the paper's act was sealed. */
  private boolean holds(Document document, Seals.Signature signature) {
    Optional<Generation> by = keys.generations(signature.agency()).of(signature.key());
    if (by.isEmpty()) return false;
    @Nullable RevokedFrom revoked = by.get().revokedAt();
    if (revoked != null) {
      Optional<Entries.Stored> stored = entries.of(document.act());
      @Nullable Long index = stored.map(Entries.Stored::index).orElse(null);
      if (stored.isEmpty() || index == null || index >= revoked.in(stored.get().origin()))
        return false;
    }
    return seal(signature.agency(), document)
        .isSignedBy(by.get().entry().verifierKey(), signature.signature());
  }

  private static Seals.Signature signature(String agency, Document document, SigningKey key) {
    String reference = key.verifierKey().reference();
    return new Seals.Signature(agency, reference, seal(agency, document).sign(key));
  }

  private static DocumentSeal seal(String agency, Document document) {
    String number = document.number() == null ? "" : document.number();
    return new DocumentSeal(agency, number, Hash.of(HexFormat.of().parseHex(document.sha256())));
  }
}
