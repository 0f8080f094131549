package org.smartcorrection.ledger.proof;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How texts are shortened in a {@link PaperProof}. The lists belong to version 1 of the format:
 * they never change, not even their order.
 */
final class Vocabulary {
  /** One byte stands for a whole text. */
  static final List<String> WORDS =
      List.of(
          "act",
          "id",
          "type",
          "procedure",
          "instance",
          "schema-version",
          "account",
          "post",
          "role",
          "rests-on",
          "occurred-at",
          "effective-on",
          "recorded-at",
          "corrects",
          "override-reason",
          "correction",
          "justice",
          "linkage",
          "log-keeper");

  /** Follows: the length of bytes whose lower-case hexadecimal digits are the text. */
  static final int HEX = 0x7f;

  /** Added to the place in {@link #BEGINNINGS}. */
  static final int TEXT = 0x80;

  /** One byte stands for how a text begins; the last is followed by 32 bytes, others by UTF-8. */
  static final List<String> BEGINNINGS =
      List.of("", "fact/", "document/", "document/1/", "sha256:");

  private static final int HASH = BEGINNINGS.size() - 1;
  private static final Pattern HEX_TEXT = Pattern.compile("(?:[0-9a-f]{2}){4,}");
  private static final Pattern HASH_TEXT = Pattern.compile("sha256:[0-9a-f]{64}");

  private Vocabulary() {}

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
