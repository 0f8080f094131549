package org.smartcorrection.ledger.note;

import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;

/**
 * A public key with its name and use, in the text form of C2SP signed-note ("vkey"). Two keys are
 * equal if name, use and key are.
 */
public final class VerifierKey {
  private final KeyText text;

  private VerifierKey(KeyText text) {
    this.text = text;
  }

  static VerifierKey of(String name, KeyUse use, byte[] publicKey) {
    return new VerifierKey(
        new KeyText(name, KeyText.idOf(name, use, publicKey), use, publicKey.clone()));
  }

  /**
   * Reads {@code name+id+base64}.
   *
   * @throws MalformedException also for an id that is not the key's and for a point that no honest
   *     key has
   */
  public static VerifierKey parse(String vkey) throws MalformedException {
    KeyText text = KeyText.parse(vkey);
    if (!text.use().algorithm().isPublicKey(text.key())) {
      throw new MalformedException("no key that an honest owner can have");
    }
    if (!text.id().equals(KeyText.idOf(text.name(), text.use(), text.key()))) {
      throw new MalformedException("the key id is not the key's");
    }
    return new VerifierKey(text);
  }

  public String name() {
    return text.name();
  }

  /** Eight hexadecimal digits that, with the name, tell the key from others. */
  public String id() {
    return text.id();
  }

  public KeyUse use() {
    return text.use();
  }

  /** {@code name+id}: how entries name the key that signed them. */
  public String reference() {
    return name() + "+" + id();
  }

  /** Whether this is {@code name+id} of some key. */
  public static boolean isReference(String text) {
    int plus = text.lastIndexOf('+');
    return plus > 0
        && KeyName.isValid(text.substring(0, plus))
        && KeyText.isId(text.substring(plus + 1));
  }

  /** The bare key as base64: equal for keys that are the same but for name and use. */
  public String point() {
    return Strict.base64(text.key());
  }

  /** Whether this key made the signature over exactly this message. */
  public boolean verifies(byte[] message, byte[] signature) {
    return text.use().algorithm().isSignature(text.key(), message, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key && toString().equals(key.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The text form that {@link #parse} reads. */
  @Override
  public String toString() {
    return text.text();
  }
}
