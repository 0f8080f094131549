package org.smartcorrection.ledger.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;

/** A SHA-256 value, and the three ways RFC 9162 (section 2.1.1) makes one. Immutable. */
public final class Hash {
  /** Bytes in a hash. */
  public static final int LENGTH = 32;

  /** The root of the tree that has no leaf. */
  public static final Hash EMPTY = sha256(new byte[0]);

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final byte[] value;

  private Hash(byte[] value) {
    this.value = value;
  }

  /** SHA-256 of the parts put one after the other. */
  public static Hash sha256(byte[]... parts) {
    var digest = digest();
    for (byte[] part : parts) digest.update(part);
    return new Hash(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }

  /** The hash of a leaf that holds these bytes. */
  public static Hash leaf(byte[] data) {
    return sha256(LEAF, data);
  }

  /** The hash of an inner node. */
  public static Hash node(Hash left, Hash right) {
    return sha256(NODE, left.value, right.value);
  }

  /**
   * Computes the root over hashes that stand one after the other, a power of two of them, in their
   * place: it is the first 32 bytes afterwards.
   */
  public static void fold(byte[] hashes) {
    var digest = digest();
    try {
      for (int count = hashes.length / LENGTH; count > 1; count /= 2) {
        for (int i = 0; i < count / 2; i++) {
          digest.update(NODE);
          digest.update(hashes, 2 * i * LENGTH, 2 * LENGTH);
          digest.digest(hashes, i * LENGTH, LENGTH);
        }
      }
    } catch (DigestException e) {
      throw new IllegalStateException("a hash has 32 bytes", e);
    }
  }

  /**
   * Takes 32 bytes that already are a hash.
   *
   * @throws IllegalArgumentException for any other length
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) throw new IllegalArgumentException("a hash has 32 bytes");
    return new Hash(bytes.clone());
  }

  /** Reads the base64 form. */
  public static Hash parse(String base64) throws MalformedException {
    byte[] bytes = Strict.base64(base64);
    if (bytes.length != LENGTH) throw new MalformedException("a hash has 32 bytes");
    return new Hash(bytes);
  }

  public byte[] bytes() {
    return value.clone();
  }

  public String base64() {
    return Strict.base64(value);
  }

  /** Lower-case hexadecimal, as people compare it on paper. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(value, hash.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return base64();
  }
}
