package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Salt;
import org.smartcorrection.ledger.tree.Hash;

/** Reads what {@link CompactWriter} wrote, and never beyond its end. */
final class CompactReader {
  private final byte[] bytes;
  private final @Nullable String document;
  private int at;

  /**
   * Reads these bytes.
   *
   * @param document what is told of the document that they come with, if there is one
   */
  CompactReader(byte[] bytes, @Nullable String document) {
    this.bytes = bytes;
    this.document = document;
  }

  byte[] raw(long length) throws MalformedException {
    if (length > bytes.length - at) throw new MalformedException("the proof ends too early");
    at += (int) length;
    return Arrays.copyOfRange(bytes, at - (int) length, at);
  }

  long number() throws MalformedException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
      int next = raw(1)[0];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) return value;
    }
    throw new MalformedException("a number above 2^63 - 1");
  }

  /**
   * A number of things that follow; as each takes a byte at least, none can be more than is left.
   */
  int count() throws MalformedException {
    long count = number();
    if (count > bytes.length - at) throw new MalformedException("the proof ends too early");
    return (int) count;
  }

  Hash hash() throws MalformedException {
    return Hash.of(raw(Hash.LENGTH));
  }

  Salt salt() throws MalformedException {
    return Salt.of(raw(Salt.LENGTH));
  }

  byte[] sized() throws MalformedException {
    return raw(number());
  }

  /** What follows the part that was read. */
  byte[] rest() {
    return Arrays.copyOfRange(bytes, at, bytes.length);
  }

  /** A text that shares its beginning and its end with another one. */
  String like(String other) throws MalformedException {
    byte[] model = other.getBytes(UTF_8);
    long begin = number();
    long end = number();
    if (begin > model.length || end > model.length - begin) {
      throw new MalformedException("a text like none");
    }
    byte[] own = sized();
    byte[] text = Arrays.copyOf(model, (int) (begin + own.length + end));
    System.arraycopy(own, 0, text, (int) begin, own.length);
    System.arraycopy(model, (int) (model.length - end), text, (int) begin + own.length, (int) end);
    return Strict.utf8(text);
  }

  String text() throws MalformedException {
    int tag = raw(1)[0] & 0xff;
    if (tag < Vocabulary.WORDS.size()) return Vocabulary.WORDS.get(tag);
    if (tag == Vocabulary.DOCUMENT) {
      if (document == null) throw new MalformedException("no document");
      return document;
    }
    if (tag == Vocabulary.UUID) return Vocabulary.uuid(raw(Vocabulary.UUID_LENGTH));
    if (tag == Vocabulary.HEX) return HexFormat.of().formatHex(sized());
    int beginning = tag - Vocabulary.TEXT;
    if (beginning < 0 || beginning >= Vocabulary.BEGINNINGS.size()) {
      throw new MalformedException("a text of an unknown form");
    }
    String rest =
        Vocabulary.isHash(beginning)
            ? HexFormat.of().formatHex(raw(Hash.LENGTH))
            : Strict.utf8(sized());
    return Vocabulary.BEGINNINGS.get(beginning) + rest;
  }

  void end() throws MalformedException {
    if (at < bytes.length) throw new MalformedException("something follows the proof");
  }
}
