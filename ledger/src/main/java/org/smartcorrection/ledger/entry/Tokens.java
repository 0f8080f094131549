package org.smartcorrection.ledger.entry;

/**
 * The alphabet of everything in an entry that is not a hash: visible ASCII without spaces, 1 to 128
 * of it. It fits pseudonyms and codes; a Chinese name or an address does not pass by mistake.
 */
final class Tokens {
  private static final int LONGEST = 128;

  private Tokens() {}

  static boolean isToken(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  static void require(String what, String text) {
    // the text itself stays out of the message: it may be what must not be written down
    if (!isToken(text)) throw new IllegalArgumentException(what + " is not 1-128 visible ASCII");
  }
}
