package org.smartcorrection.ledger.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What a key may sign, and how: the signature type of C2SP signed-note. The type is part of the key
 * id, so a key cannot be taken for one of another use.
 */
public enum KeyUse {
  /** A log's signature under its checkpoints: type 0x01. */
  LOG(Algorithm.ED25519, "\u0001"),

  /** A member's timestamped cosignature under a checkpoint, cosignature/v1: type 0x04. */
  COSIGNATURE(Algorithm.ED25519, "\u0004"),

  /** The same with ML-DSA-44, which binds the cosigner's name, too: type 0x06. */
  COSIGNATURE_ML_DSA(Algorithm.ML_DSA_44, "\u0006"),

  /**
   * An agency's signature under an entry, or with the seal of a document: type 0xff and our own
   * identifier, as none is assigned.
   */
  ENTRY(Algorithm.ED25519, "\u00ffsmartcorrection.org/entry-ed25519@v1\n"),

  /** An agency's second signature under an entry, with SM2 and SM3, where the State wants these. */
  ENTRY_SM2(Algorithm.SM2, "\u00ffsmartcorrection.org/entry-sm2@v1\n");

  private final Algorithm algorithm;
  private final String prefix;

  KeyUse(Algorithm algorithm, String prefix) {
    this.algorithm = algorithm;
    this.prefix = prefix;
  }

  Algorithm algorithm() {
    return algorithm;
  }

  /** Whether such a key cosigns checkpoints. */
  public boolean cosigns() {
    return this == COSIGNATURE || this == COSIGNATURE_ML_DSA;
  }

  /** The bytes before the public key, in the key's text and in what its id is computed from. */
  byte[] prefix() {
    return prefix.getBytes(ISO_8859_1);
  }

  boolean begins(byte[] typed) {
    return new String(typed, ISO_8859_1).startsWith(prefix);
  }
}
