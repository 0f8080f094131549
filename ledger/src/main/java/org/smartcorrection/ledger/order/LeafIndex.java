package org.smartcorrection.ledger.order;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.Subtrees;

/**
 * Finds the index of a leaf by its hash with about twelve bytes an entry: 32 bits of the hash, and
 * the index. The tree itself has the rest of the hash to compare. The table is in 256 parts by the
 * first byte of the hash, so that none is large when it grows, and several threads can fill it.
 */
final class LeafIndex {
  /** The most leaves that it can hold: an index has to fit into 32 bits, and zero is kept. */
  static final long MOST = 0xffff_fffeL;

  private static final int PARTS = 256;
  private static final int FIRST_SLOTS = 16;

  private final Subtrees leaves;
  private final Part[] parts = new Part[PARTS];

  /** The leaves whose hashes begin with the same byte. */
  private static final class Part {
    private int[] marks;
    // index + 1 as an unsigned number, so that zero is an empty slot
    private int[] places;
    private int count;

    Part(int slots) {
      marks = new int[slots];
      places = new int[slots];
    }

    synchronized void add(int mark, int place) {
      // at most four fifths are taken, and growing by a third wastes little
      if (5L * (count + 1) > 4L * places.length) grow();
      insert(mark, place);
    }

    /** The places of leaves that may be the one looked for. */
    synchronized long[] candidates(int mark) {
      long[] found = new long[2];
      int number = 0;
      for (int at = slot(mark); places[at] != 0; at = next(at)) {
        if (marks[at] != mark) continue;
        if (number == found.length) found = Arrays.copyOf(found, 2 * number);
        found[number++] = Integer.toUnsignedLong(places[at]) - 1;
      }
      return Arrays.copyOf(found, number);
    }

    private void grow() {
      int[] oldMarks = marks;
      int[] oldPlaces = places;
      int slots = Math.addExact(oldPlaces.length, oldPlaces.length / 3);
      marks = new int[slots];
      places = new int[slots];
      count = 0;
      for (int i = 0; i < oldPlaces.length; i++) {
        if (oldPlaces[i] != 0) insert(oldMarks[i], oldPlaces[i]);
      }
    }

    private void insert(int mark, int place) {
      int at = slot(mark);
      while (places[at] != 0) at = next(at);
      marks[at] = mark;
      places[at] = place;
      count++;
    }

    private int slot(int mark) {
      return (int) ((Integer.toUnsignedLong(mark) * places.length) >>> Integer.SIZE);
    }

    private int next(int slot) {
      return slot + 1 == places.length ? 0 : slot + 1;
    }
  }

  /**
   * An index that is empty.
   *
   * @param expected how many leaves will be added at once: for them nothing has to grow
   */
  LeafIndex(Subtrees leaves, long expected) {
    this.leaves = leaves;
    int slots = Math.toIntExact(FIRST_SLOTS + expected / PARTS * 3 / 2);
    Arrays.setAll(parts, _ -> new Part(slots));
  }

  void add(Hash leaf, long index) {
    add(leaf.bytes(), 0, index);
  }

  /**
   * Adds a leaf whose hash stands among others.
   *
   * @param place number of the hash
   */
  void add(byte[] hashes, int place, long index) {
    if (index > MOST) throw new IllegalStateException("more entries than a log can have");
    int begin = place * Hash.LENGTH;
    part(hashes, begin).add(mark(hashes, begin), (int) (index + 1));
  }

  OptionalLong find(Hash leaf) throws IOException {
    byte[] hash = leaf.bytes();
    for (long index : part(hash, 0).candidates(mark(hash, 0))) {
      if (leaves.at(0, index).equals(leaf)) return OptionalLong.of(index);
    }
    return OptionalLong.empty();
  }

  private Part part(byte[] hashes, int begin) {
    return parts[Byte.toUnsignedInt(hashes[begin])];
  }

  private static int mark(byte[] hashes, int begin) {
    return ByteBuffer.wrap(hashes).getInt(begin + 1);
  }
}
