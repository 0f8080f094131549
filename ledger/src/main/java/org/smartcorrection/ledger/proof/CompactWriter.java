package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.smartcorrection.ledger.entry.Salt;
import org.smartcorrection.ledger.tree.Hash;

/** Writes the values of a {@link PaperProof}; {@link CompactReader} reads them. */
final class CompactWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

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

  /** Text in the shortest of its forms: a known word, hexadecimal, a known beginning, or itself. */
  void text(String text) {
    int word = Vocabulary.WORDS.indexOf(text);
    if (word >= 0) {
      out.write(word);
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
