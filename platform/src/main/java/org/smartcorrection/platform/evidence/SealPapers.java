package org.smartcorrection.platform.evidence;

import java.util.HexFormat;
import java.util.Optional;
import org.smartcorrection.ledger.note.DocumentSeal;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Attached;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Seals;
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
  private final AgencyKeys keys;

  SealPapers(Documents documents, Seals seals, AgencyKeys keys) {
    this.documents = documents;
    this.seals = seals;
    this.keys = keys;
  }

  @EventListener
  void on(ActRecorded recorded) {
    String agency = recorded.by().agency().code();
    for (Attached attached : recorded.documents()) {
      Document document = documents.get(attached.id());
      if (document.number() == null) continue;
      SigningKey key = keys.entryKey(agency);
      byte[] signature = seal(agency, document).sign(key);
      String reference = key.verifierKey().reference();
      seals.add(document.id(), new Seals.Signature(agency, reference, signature));
    }
  }

  /** The key that sealed a document; empty when none did, or the signature does not hold. */
  public Optional<String> sealedBy(Document document, String agency) {
    return seals
        .of(document.id())
        .filter(signature -> signature.agency().equals(agency))
        .filter(
            signature -> {
              VerifierKey key = keys.entryKey(agency).verifierKey();
              return key.reference().equals(signature.key())
                  && seal(agency, document).isSignedBy(key, signature.signature());
            })
        .map(Seals.Signature::key);
  }

  private static DocumentSeal seal(String agency, Document document) {
    String number = document.number() == null ? "" : document.number();
    return new DocumentSeal(agency, number, Hash.of(HexFormat.of().parseHex(document.sha256())));
  }
}
