package org.smartcorrection.ledger.note;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.tree.Hash;

class DocumentSealTests {
  private static final DocumentSeal SEAL =
      new DocumentSeal(Samples.AGENCY, "（2026）青矫训字第12号", Hash.sha256(new byte[] {1}));

  @Test
  void a_seal_holds_for_its_document_its_number_and_its_agency_only() {
    byte[] signature = SEAL.sign(Samples.AGENCY_KEY);
    VerifierKey key = Samples.AGENCY_KEY.verifierKey();
    assertTrue(SEAL.isSignedBy(key, signature));
    Hash other = Hash.sha256(new byte[] {2});
    assertFalse(new DocumentSeal(SEAL.agency(), SEAL.number(), other).isSignedBy(key, signature));
    assertFalse(
        new DocumentSeal(SEAL.agency(), "（2026）青矫训字第13号", SEAL.document())
            .isSignedBy(key, signature));
    assertFalse(
        new DocumentSeal("other", SEAL.number(), SEAL.document()).isSignedBy(key, signature));
    for (int at = 0; at < signature.length; at++) {
      byte[] changed = signature.clone();
      changed[at] ^= 1;
      assertFalse(SEAL.isSignedBy(key, changed), "byte " + at);
    }
  }

  @Test
  void no_key_of_another_use_seals_and_no_other_agency_s_key_opens() {
    assertThrows(IllegalArgumentException.class, () -> SEAL.sign(Samples.LOG_KEY));
    byte[] signature = SEAL.sign(Samples.AGENCY_KEY);
    VerifierKey other = Samples.key("other", KeyUse.ENTRY).verifierKey();
    assertFalse(SEAL.isSignedBy(other, signature));
    assertThrows(
        IllegalArgumentException.class,
        () -> new DocumentSeal("a\nb", "1", Hash.sha256(new byte[0])));
  }
}
