package org.smartcorrection.ledger.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What an Ed25519 key may sign: the signature type of C2SP signed-note. The type is part of the key
 * id, so a key cannot be taken for one of another use. SM2 and ML-DSA-44 keys would be further
 * constants.
 */
public enum KeyUse {
  /** A log's signature under its checkpoints: type 0x01. */
  LOG("\u0001"),

  /** A member's timestamped cosignature under a checkpoint, cosignature/v1: type 0x04. */
  COSIGNATURE("\u0004"),

  /**
   * An agency's signature under an entry, or with the seal of a document: type 0xff and our own
   * identifier, as none is assigned.
   */
  ENTRY("\u00ffsmartcorrection.org/entry-ed25519@v1\n");

  private final String prefix;

  KeyUse(String prefix) {
    this.prefix = prefix;
  }

  /** The bytes before the public key, in the key's text and in what its id is computed from. */
  byte[] prefix() {
    return prefix.getBytes(ISO_8859_1);
  }

  boolean begins(byte[] typed) {
    return new String(typed, ISO_8859_1).startsWith(prefix);
  }
}
