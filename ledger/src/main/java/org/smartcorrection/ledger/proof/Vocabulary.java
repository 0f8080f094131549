package org.smartcorrection.ledger.proof;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How texts are shortened where a proof has its compact form. The lists belong to the format: they
 * never change, not even their order.
 */
final class Vocabulary {
  /** One byte stands for a whole text. */
  static final List<String> WORDS =
      List.of(
          "smartcorrection.org/correction",
          "smartcorrection.org/justice",
          "smartcorrection.org/linkage",
          "log-keeper",
          "ledger/heads",
          "sealed",
          "act",
          "id",
          "type",
          "procedure",
          "instance",
          "schema-version",
          "account",
          "post",
          "role",
          "substitution",
          "rests-on",
          "occurred-at",
          "effective-on",
          "recorded-at",
          "corrects",
          "override-reason",
          "custody",
          "reason",
          "published-at",
          "valid-from");

  /** Stands for the hash of the document that the proof comes with, as it is told. */
  static final int DOCUMENT = 0x7d;

  /** Follows: the 16 bytes of a UUID. */
  static final int UUID = 0x7e;

  static final int UUID_LENGTH = 16;

  /** Follows: the length of bytes whose lower-case hexadecimal digits are the text. */
  static final int HEX = 0x7f;

  /** Added to the place in {@link #BEGINNINGS}. */
  static final int TEXT = 0x80;

  /** One byte stands for how a text begins; the last is followed by 32 bytes, others by UTF-8. */
  static final List<String> BEGINNINGS =
      List.of("", "fact/", "document/", "document/1/", "sha256:");

  private static final int HASH = BEGINNINGS.size() - 1;
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern HEX_TEXT = Pattern.compile("(?:[0-9a-f]{2}){4,}");
  private static final Pattern HASH_TEXT = Pattern.compile("sha256:[0-9a-f]{64}");

  private Vocabulary() {}

  static boolean isUuid(String text) {
    return UUID_TEXT.matcher(text).matches();
  }

  static String uuid(byte[] bytes) {
    String digits = HexFormat.of().formatHex(bytes);
    return String.join(
        "-",
        digits.substring(0, 8),
        digits.substring(8, 12),
        digits.substring(12, 16),
        digits.substring(16, 20),
        digits.substring(20));
  }

  static boolean isHex(String text) {
    return HEX_TEXT.matcher(text).matches();
  }

  static boolean isHash(int beginning) {
    return beginning == HASH;
  }

  /** The place of the longest beginning that this text has. */
  static int beginning(String text) {
    if (HASH_TEXT.matcher(text).matches()) return HASH;
    int longest = 0;
    for (int at = 1; at < HASH; at++) {
      String beginning = BEGINNINGS.get(at);
      boolean longer = beginning.length() > BEGINNINGS.get(longest).length();
      if (longer && text.startsWith(beginning)) longest = at;
    }
    return longest;
  }
}
