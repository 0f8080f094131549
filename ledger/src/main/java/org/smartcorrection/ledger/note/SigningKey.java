package org.smartcorrection.ledger.note;

import java.security.SecureRandom;
import org.smartcorrection.ledger.MalformedException;

/**
 * A private key of an agency: for its entries, for its log or for its cosignatures. One key is for
 * one {@linkplain KeyUse use}; an agency has a key for each. The text form is the one of Go's
 * {@code sumdb/note}; keep it where only the agency's own process can read it.
 */
public final class SigningKey {
  private static final String MARK = "PRIVATE+KEY+";

  private final byte[] seed;
  private final VerifierKey verifierKey;

  private SigningKey(byte[] seed, VerifierKey verifierKey) {
    this.seed = seed;
    this.verifierKey = verifierKey;
  }

  /** A new key. */
  public static SigningKey generate(String name, KeyUse use, SecureRandom random) {
    byte[] seed = new byte[Algorithm.SECRET_LENGTH];
    random.nextBytes(seed);
    return fromSeed(name, use, seed);
  }

  /**
   * The key of a secret of 32 bytes: for Ed25519 the seed of RFC 8032, for ML-DSA that of FIPS 204.
   *
   * @throws IllegalArgumentException for another length or a name the note format forbids
   */
  public static SigningKey fromSeed(String name, KeyUse use, byte[] seed) {
    if (seed.length != Algorithm.SECRET_LENGTH) throw new IllegalArgumentException("not 32 bytes");
    if (!KeyName.isValid(name)) throw new IllegalArgumentException("not a key name");
    byte[] key = use.algorithm().publicKey(seed);
    return new SigningKey(seed.clone(), VerifierKey.of(name, use, key));
  }

  /** Reads what {@link #export} wrote. */
  public static SigningKey parse(String text) throws MalformedException {
    if (!text.startsWith(MARK)) throw new MalformedException("not a private key");
    KeyText key = KeyText.parseSecret(text.substring(MARK.length()));
    SigningKey signing = fromSeed(key.name(), key.use(), key.key());
    if (!signing.verifierKey.id().equals(key.id())) {
      throw new MalformedException("the key id is not the key's");
    }
    return signing;
  }

  /** The secret text form; never into a log or a message. */
  public String export() {
    return MARK + new KeyText(verifierKey.name(), verifierKey.id(), verifierKey.use(), seed).text();
  }

  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** The plain signature over exactly this message. */
  public byte[] sign(byte[] message) {
    return verifierKey.use().algorithm().sign(seed, message);
  }

  /** Names the key, never the secret. */
  @Override
  public String toString() {
    return "private key of " + verifierKey.reference();
  }
}
