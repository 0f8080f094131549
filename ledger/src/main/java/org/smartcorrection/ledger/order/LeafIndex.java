package org.smartcorrection.ledger.order;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.Subtrees;

/**
 * Finds the index of a leaf by its hash with two longs an entry and a half-empty table: the first
 * eight bytes of the hash, and the index. The tree itself has the rest of the hash to compare.
 */
final class LeafIndex {
  private static final int FIRST_SLOTS = 1024;

  private final Subtrees leaves;
  private long[] marks = new long[FIRST_SLOTS];
  // index + 1, so that zero is an empty slot
  private long[] places = new long[FIRST_SLOTS];
  private int count;

  LeafIndex(Subtrees leaves) {
    this.leaves = leaves;
  }

  synchronized void add(Hash leaf, long index) {
    if (2 * (count + 1) > places.length) grow();
    insert(mark(leaf), index + 1);
  }

  synchronized OptionalLong find(Hash leaf) throws IOException {
    long mark = mark(leaf);
    for (int at = slot(mark); places[at] != 0; at = next(at)) {
      if (marks[at] == mark && leaves.at(0, places[at] - 1).equals(leaf)) {
        return OptionalLong.of(places[at] - 1);
      }
    }
    return OptionalLong.empty();
  }

  private void grow() {
    long[] oldMarks = marks;
    long[] oldPlaces = places;
    marks = new long[2 * oldMarks.length];
    places = new long[2 * oldPlaces.length];
    count = 0;
    for (int i = 0; i < oldPlaces.length; i++) {
      if (oldPlaces[i] != 0) insert(oldMarks[i], oldPlaces[i]);
    }
  }

  private void insert(long mark, long place) {
    int at = slot(mark);
    while (places[at] != 0) at = next(at);
    marks[at] = mark;
    places[at] = place;
    count++;
  }

  private static long mark(Hash leaf) {
    return ByteBuffer.wrap(leaf.bytes()).getLong();
  }

  private int slot(long mark) {
    return (int) mark & (places.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (places.length - 1);
  }
}
