package org.smartcorrection.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Readers of the three encodings that all our formats are made of. Each accepts exactly one
 * spelling of a value, so that what was parsed can be written again byte for byte.
 */
public final class Strict {
  private static final int LONGEST_DECIMAL = 19;

  private Strict() {}

  /** Standard base64 of RFC 4648, section 4, with padding and without stray bits. */
  public static byte[] base64(String text) throws MalformedException {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedException("not base64", e);
    }
    // the JDK's decoder also takes missing padding and unused bits that are not zero
    if (!base64(bytes).equals(text)) throw new MalformedException("base64 not in its one form");
    return bytes;
  }

  /** The one base64 text of these bytes. */
  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A decimal from 0 to 2^63 - 1, without sign or leading zero. */
  public static long decimal(String text) throws MalformedException {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.length() > LONGEST_DECIMAL) throw new MalformedException("not a decimal");
    if (text.length() > 1 && text.charAt(0) == '0') throw new MalformedException("leading zero");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new MalformedException("number above 2^63 - 1", e);
    }
  }

  /** Text from UTF-8, refusing what is not. */
  public static String utf8(byte[] bytes) throws MalformedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("not UTF-8", e);
    }
  }
}
