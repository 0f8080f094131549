package org.smartcorrection.ledger.entry;

import java.security.SecureRandom;
import java.util.Arrays;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;

/**
 * 32 random bytes that keep a commitment from being guessed. Who knows the salt can test guesses,
 * so it is as secret as the value until both are disclosed, and it is destroyed with the value.
 */
public final class Salt {
  /** Bytes in a salt. */
  public static final int LENGTH = 32;

  private final byte[] value;

  private Salt(byte[] value) {
    this.value = value;
  }

  public static Salt random(SecureRandom random) {
    byte[] value = new byte[LENGTH];
    random.nextBytes(value);
    return new Salt(value);
  }

  /**
   * Takes 32 bytes that already are a salt.
   *
   * @throws IllegalArgumentException for any other length
   */
  public static Salt of(byte[] bytes) {
    if (bytes.length != LENGTH) throw new IllegalArgumentException("a salt has 32 bytes");
    return new Salt(bytes.clone());
  }

  /** Reads the base64 form. */
  public static Salt parse(String base64) throws MalformedException {
    byte[] bytes = Strict.base64(base64);
    if (bytes.length != LENGTH) throw new MalformedException("a salt has 32 bytes");
    return new Salt(bytes);
  }

  public byte[] bytes() {
    return value.clone();
  }

  public String base64() {
    return Strict.base64(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Salt salt && Arrays.equals(value, salt.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Says nothing: a salt does not belong into a log. */
  @Override
  public String toString() {
    return "salt";
  }
}
