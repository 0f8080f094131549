package org.smartcorrection.ledger.entry;

import org.smartcorrection.ledger.tree.Hash;

/**
 * What opens one commitment of an entry. A document is not disclosed itself but by its SHA-256, so
 * that whoever holds the document can compare.
 *
 * @param name of the commitment; {@link Entry#ACT} for the act number, {@code document/…} for
 *     documents
 */
public record Disclosure(String name, Salt salt, String value) {
  /** What the names of document commitments begin with. */
  public static final String DOCUMENT = "document/";

  public Disclosure {
    Tokens.require("commitment name", name);
    new Json.Text(value); // refuses what could not be written
  }

  /** The disclosure of a document by the hash of its bytes. */
  public static Disclosure ofDocument(String name, Salt salt, byte[] content) {
    return new Disclosure(DOCUMENT + name, salt, value(content));
  }

  /** What is told of a document: the hash of its bytes. */
  public static String value(byte[] content) {
    return "sha256:" + Hash.sha256(content).hex();
  }

  public Commitment commitment() {
    return Commitment.of(name, salt, value);
  }
}
