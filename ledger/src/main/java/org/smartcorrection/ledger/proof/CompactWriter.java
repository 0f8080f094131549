package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.entry.Salt;
import org.smartcorrection.ledger.tree.Hash;

/** Writes values in few bytes, each in its one form; {@link CompactReader} reads them. */
final class CompactWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final @Nullable String document;

  /**
   * Begins to write.
   *
   * @param document what is told of the document that stands before, if there is one
   */
  CompactWriter(@Nullable String document) {
    this.document = document;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  void raw(byte[] bytes) {
    out.writeBytes(bytes);
  }

  /**
   * A number from 0 on: seven bits a byte, the lowest first, the high bit set on all but the last.
   */
  void number(long value) {
    long rest = value;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  void hash(Hash hash) {
    raw(hash.bytes());
  }

  void salt(Salt salt) {
    raw(salt.bytes());
  }

  void sized(byte[] bytes) {
    number(bytes.length);
    raw(bytes);
  }

  /** A text by the bytes that it has in common with another, at its beginning and at its end. */
  void like(String text, String other) {
    byte[] own = text.getBytes(UTF_8);
    byte[] model = other.getBytes(UTF_8);
    int shorter = Math.min(own.length, model.length);
    int begin = 0;
    while (begin < shorter && own[begin] == model[begin]) begin++;
    int end = 0;
    while (end < shorter - begin && own[own.length - 1 - end] == model[model.length - 1 - end]) {
      end++;
    }
    number(begin);
    number(end);
    sized(Arrays.copyOfRange(own, begin, own.length - end));
  }

  /** Text in the first of its forms that fits: see {@link Vocabulary}. */
  void text(String text) {
    int word = Vocabulary.WORDS.indexOf(text);
    if (word >= 0) {
      out.write(word);
    } else if (text.equals(document)) {
      out.write(Vocabulary.DOCUMENT);
    } else if (Vocabulary.isUuid(text)) {
      out.write(Vocabulary.UUID);
      raw(HexFormat.of().parseHex(text.replace("-", "")));
    } else if (Vocabulary.isHex(text)) {
      out.write(Vocabulary.HEX);
      sized(HexFormat.of().parseHex(text));
    } else {
      int beginning = Vocabulary.beginning(text);
      out.write(Vocabulary.TEXT + beginning);
      String rest = text.substring(Vocabulary.BEGINNINGS.get(beginning).length());
      if (Vocabulary.isHash(beginning)) raw(HexFormat.of().parseHex(rest));
      else sized(rest.getBytes(UTF_8));
    }
  }
}
