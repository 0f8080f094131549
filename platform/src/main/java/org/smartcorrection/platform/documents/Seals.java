package org.smartcorrection.platform.documents;

import java.util.Optional;
import org.smartcorrection.platform.kernel.DocumentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What goes with a document besides itself: the signature of its seal, its place in the log. */
@Repository
public class Seals {
  private final JdbcClient jdbc;

  Seals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A signature that goes with a seal.
   *
   * @param agency the code of the agency whose seal it is
   * @param key name and id of its key
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
  public record Signature(String agency, String key, byte[] signature) {}

  public void add(DocumentId document, Signature seal) {
    jdbc.sql("insert into documents.seals (document, agency, key, signature) values (?, ?, ?, ?)")
        .params(document.value(), seal.agency(), seal.key(), seal.signature())
        .update();
  }

  /** Puts another signature in the place of one whose key counts no more. */
  public void replace(DocumentId document, Signature seal) {
    jdbc.sql("update documents.seals set agency = ?, key = ?, signature = ? where document = ?")
        .params(seal.agency(), seal.key(), seal.signature(), document.value())
        .update();
  }

  public Optional<Signature> of(DocumentId document) {
    return jdbc.sql("select agency, key, signature from documents.seals where document = ?")
        .param(document.value())
        .query((row, _) -> new Signature(row.getString(1), row.getString(2), row.getBytes(3)))
        .optional();
  }

  /** The proof with which a document was printed before. */
  public Optional<byte[]> proof(DocumentId document) {
    return jdbc.sql("select proof from documents.proofs where document = ?")
        .param(document.value())
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  /** Keeps a proof for all later prints; the one that somebody kept first stays. */
  public void keepProof(DocumentId document, byte[] proof) {
    jdbc.sql(
            """
            insert into documents.proofs (document, proof) values (?, ?) on conflict do nothing
            """)
        .params(document.value(), proof)
        .update();
  }

  /** Replaces a proof that no longer holds. */
  public void replaceProof(DocumentId document, byte[] proof) {
    jdbc.sql("update documents.proofs set proof = ? where document = ?")
        .params(proof, document.value())
        .update();
  }
}
