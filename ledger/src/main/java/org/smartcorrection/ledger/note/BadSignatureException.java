package org.smartcorrection.ledger.note;

/** A signature claims to be by a known key and is not: somebody changed the text or forged it. */
public final class BadSignatureException extends Exception {
  private static final long serialVersionUID = 1L;

  BadSignatureException(VerifierKey key) {
    super("wrong signature in the name of " + key.reference());
  }
}
