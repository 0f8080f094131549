package org.smartcorrection.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.smartcorrection.ledger.tree.Hash;

/**
 * What an agency's key signs when its seal goes on a document: that the document with this number
 * and hash is the agency's. The message is lines of UTF-8, each with its end: a label of this use,
 * agency, number, and SHA-256 in hexadecimal. The label keeps it from ever being taken for an
 * entry, which the same key signs.
 *
 * @param agency id of the agency
 * @param number the document's number, as it stands on it
 * @param document hash of the document's original
 */
public record DocumentSeal(String agency, String number, Hash document) {
  private static final String LABEL = "smartcorrection.org/document-seal@v1";

  public DocumentSeal {
    if (agency.contains("\n") || number.contains("\n")) {
      throw new IllegalArgumentException("one line each");
    }
  }

  /**
   * Signs in the name of the agency.
   *
   * @throws IllegalArgumentException if the key is for another use
   */
  public byte[] sign(SigningKey key) {
    if (key.verifierKey().use() != KeyUse.ENTRY) {
      throw new IllegalArgumentException("a key for another use");
    }
    return key.sign(message());
  }

  /** Whether this key, an agency's, made the signature. */
  public boolean isSignedBy(VerifierKey key, byte[] signature) {
    return key.use() == KeyUse.ENTRY && key.verifies(message(), signature);
  }

  private byte[] message() {
    return String.join("\n", LABEL, agency, number, document.hex(), "").getBytes(UTF_8);
  }
}
