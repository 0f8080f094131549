package org.smartcorrection.platform.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * Which words a file may have: a Bloom filter of the single characters, the pairs of neighbouring
 * characters and the words of all its texts. What it denies is not there. What it does not deny is
 * there nearly always; whoever wants to know opens the texts.
 *
 * <p>It lists nothing, but whoever has it can try words on it, so it is sealed like the texts.
 */
final class Marks {
  /** Ten bits for each mark, six of them set: one question in a hundred is answered wrongly. */
  private static final int BITS = 10;

  private static final int SET = 6;
  private static final int CHARACTERS = 1;
  private static final int WORD = 2;

  private final long[] bits;

  private Marks(long[] bits) {
    this.bits = bits;
  }

  /** The marks of a file that has these. */
  static Marks of(Collection<Long> marks) {
    var made = new Marks(new long[Math.max(1, Math.ceilDiv(marks.size() * BITS, Long.SIZE))]);
    marks.forEach(made::set);
    return made;
  }

  static Marks read(byte[] bytes) {
    var longs = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(longs);
    return new Marks(longs);
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(bits.length * Long.BYTES);
    bytes.asLongBuffer().put(bits);
    return bytes.array();
  }

  boolean have(long[] marks) {
    return Arrays.stream(marks).allMatch(this::has);
  }

  /**
   * The marks that a folded text has wherever this stands in it as it is written: its characters,
   * and each two that follow one another without a space.
   */
  static LongStream ofText(CharSequence folded) {
    int[] points = folded.codePoints().toArray();
    var found = LongStream.builder();
    for (int i = 0; i < points.length; i++) {
      if (Character.isWhitespace(points[i])) continue;
      found.add(mix(CHARACTERS, points[i]));
      if (i > 0 && !Character.isWhitespace(points[i - 1]))
        found.add(mix(mix(CHARACTERS, points[i - 1]), points[i]));
    }
    return found.build();
  }

  /** The mark of a word, as the analyser writes it. */
  static long ofWord(String term) {
    long mark = WORD;
    for (int i = 0; i < term.length(); i++) mark = mix(mark, term.charAt(i));
    return mark;
  }

  private void set(long mark) {
    for (int i = 0; i < SET; i++) {
      int at = place(mark, i);
      bits[at >>> 6] |= 1L << at;
    }
  }

  private boolean has(long mark) {
    for (int i = 0; i < SET; i++) {
      int at = place(mark, i);
      if ((bits[at >>> 6] & (1L << at)) == 0) return false;
    }
    return true;
  }

  /** Two halves of a mark give all its places (Kirsch and Mitzenmacher). */
  private int place(long mark, int which) {
    int hash = (int) mark + which * ((int) (mark >>> 32) | 1);
    return Integer.remainderUnsigned(hash, bits.length << 6);
  }

  /** The finaliser of SplitMix64: every bit of both changes every bit of the answer. */
  private static long mix(long seed, long value) {
    long mixed = seed * 0x9E3779B97F4A7C15L + value;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
