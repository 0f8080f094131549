package org.smartcorrection.ledger.proof;

import java.math.BigInteger;
import java.util.Arrays;
import org.smartcorrection.ledger.MalformedException;

/**
 * Bytes as decimal digits: a QR code keeps three digits in ten bits, and digits survive every
 * address, keyboard and message. Each seven bytes, big-endian, are 17 digits; a shorter rest takes
 * as many as it needs.
 */
final class Digits {
  private static final int BYTES = 7;
  // the digits that 0 to 7 bytes need
  private static final int[] NEEDED = {0, 3, 5, 8, 10, 13, 15, 17};

  private Digits() {}

  static String of(byte[] bytes) {
    var digits = new StringBuilder();
    for (int at = 0; at < bytes.length; at += BYTES) {
      int length = Math.min(BYTES, bytes.length - at);
      String value = new BigInteger(1, bytes, at, length).toString();
      digits.repeat('0', NEEDED[length] - value.length()).append(value);
    }
    return digits.toString();
  }

  static byte[] read(String digits) throws MalformedException {
    int full = digits.length() / NEEDED[BYTES];
    int rest = Arrays.binarySearch(NEEDED, digits.length() % NEEDED[BYTES]);
    if (rest < 0) throw new MalformedException("digits are missing");
    byte[] bytes = new byte[full * BYTES + rest];
    for (int at = 0, from = 0; at < bytes.length; at += BYTES, from += NEEDED[BYTES]) {
      int length = Math.min(BYTES, bytes.length - at);
      String chunk = digits.substring(from, from + NEEDED[length]);
      if (!chunk.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw new MalformedException("not a digit");
      }
      var value = new BigInteger(chunk);
      if (value.bitLength() > length * Byte.SIZE) throw new MalformedException("digits too large");
      for (int i = 0; i < length; i++) {
        bytes[at + i] = value.shiftRight((length - 1 - i) * Byte.SIZE).byteValue();
      }
    }
    return bytes;
  }
}
