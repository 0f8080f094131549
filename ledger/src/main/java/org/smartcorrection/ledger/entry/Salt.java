package org.smartcorrection.ledger.entry;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * 16 random bytes that keep a commitment from being guessed, as many as selective disclosure takes
 * elsewhere (RFC 9901, ISO/IEC 18013-5). Who knows the salt can test guesses, so it is as secret as
 * the value until both are disclosed, and it is destroyed with the value.
 */
public final class Salt {
  /** Bytes in a salt. */
  public static final int LENGTH = 16;

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
   * Takes 16 bytes that already are a salt.
   *
   * @throws IllegalArgumentException for any other length
   */
  public static Salt of(byte[] bytes) {
    if (bytes.length != LENGTH) throw new IllegalArgumentException("a salt has 16 bytes");
    return new Salt(bytes.clone());
  }

  /**
   * Takes the first of many bytes, of which an attacker knows none.
   *
   * @throws IllegalArgumentException if they are fewer than a salt has
   */
  public static Salt first(byte[] bytes) {
    if (bytes.length < LENGTH) throw new IllegalArgumentException("a salt has 16 bytes");
    return new Salt(Arrays.copyOf(bytes, LENGTH));
  }

  public byte[] bytes() {
    return value.clone();
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
