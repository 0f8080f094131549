package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.proof.PaperProof;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.ActId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class PaperProofsTests {
  @Autowired District district;
  @Autowired Acts acts;
  @Autowired Documents documents;
  @Autowired Relay relay;
  @Autowired Receipts receipts;
  @Autowired PaperProofs proofs;
  @Autowired SealPapers seals;
  @Autowired JdbcClient jdbc;

  @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
  private record Issued(Case in, Act act, Document document, byte[] original) {}

  /** A case that was received, and the last paper that the platform wrote in it. */
  private Issued issued(District.Staffed staffed) {
    Case in = district.received(staffed).in();
    Document document =
        documents.ofCase(in.id()).stream().filter(Document::written).findFirst().orElseThrow();
    ActId act = document.act();
    return new Issued(in, acts.get(act), document, documents.content(document).orElseThrow());
  }

  private PaperProofs.State state(Issued issued) {
    return proofs.of(issued.in(), issued.act(), issued.document(), issued.original());
  }

  private Verdict verdict(byte[] proof) throws Exception {
    return Verifier.verify(proof, Policy.parse(receipts.policy().getBytes(UTF_8)));
  }

  @Test
  void a_paper_proves_itself_once_its_act_is_sealed_and_each_print_is_the_same() throws Exception {
    Issued issued = issued(district.staffed());
    relay.relayAll();
    PaperProof proof = assertInstanceOf(PaperProofs.Proven.class, state(issued)).proof();
    var valid = assertInstanceOf(Verdict.Valid.class, verdict(proof.digits().getBytes(UTF_8)));
    assertEquals(new String(issued.original(), UTF_8), valid.document());
    assertEquals(1, valid.disclosed().size(), "nothing but this document is told");
    district.received(district.staffed());
    relay.relayAll();
    PaperProof later = assertInstanceOf(PaperProofs.Proven.class, state(issued)).proof();
    assertArrayEquals(proof.bytes(), later.bytes());
  }

  @Test
  void a_paper_with_one_other_character_is_refused() throws Exception {
    Issued issued = issued(district.staffed());
    relay.relayAll();
    byte[] forged = issued.original().clone();
    forged[forged.length - 4] = (byte) (forged[forged.length - 4] == '1' ? '2' : '1');
    var changed = new Issued(issued.in(), issued.act(), issued.document(), forged);
    assertInstanceOf(PaperProofs.Broken.class, state(changed));
    PaperProof proof = assertInstanceOf(PaperProofs.Proven.class, state(issued)).proof();
    var paper = new PaperProof(proof.file(), new String(forged, UTF_8));
    var invalid = assertInstanceOf(Verdict.Invalid.class, verdict(paper.bytes()));
    assertEquals(Verdict.Reason.FALSE_DISCLOSURE, invalid.reason());
  }

  @Test
  void a_kept_proof_that_somebody_changed_is_never_printed() throws Exception {
    Issued issued = issued(district.staffed());
    relay.relayAll();
    PaperProof proof = assertInstanceOf(PaperProofs.Proven.class, state(issued)).proof();
    jdbc.sql("update documents.proofs set proof = 'nonsense' where document = ?")
        .param(issued.document().id().value())
        .update();
    PaperProof again = assertInstanceOf(PaperProofs.Proven.class, state(issued)).proof();
    assertEquals(proof.file().index(), again.file().index());
    assertInstanceOf(Verdict.Valid.class, verdict(again.bytes()));
  }

  @Test
  void a_seal_holds_until_a_byte_of_hash_or_signature_changes() {
    Issued issued = issued(district.staffed());
    String agency =
        jdbc.sql("select agency from documents.seals where document = ?")
            .param(issued.document().id().value())
            .query(String.class)
            .single();
    assertTrue(seals.sealedBy(issued.document(), agency).isPresent());
    assertFalse(seals.sealedBy(issued.document(), "another").isPresent());
    jdbc.sql(
            """
            update documents.seals set signature = set_byte(signature, 5, get_byte(signature, 5) # 1)
            where document = ?
            """)
        .param(issued.document().id().value())
        .update();
    assertFalse(seals.sealedBy(issued.document(), agency).isPresent());
  }
}
