package org.smartcorrection.ledger.tree;

import java.io.IOException;

/** Where the hashes of complete subtrees are looked up when a proof is made: memory or tiles. */
@FunctionalInterface
public interface Subtrees {
  /**
   * The hash over the 2^height leaves from {@code index * 2^height} on.
   *
   * @throws IOException if it cannot be read
   */
  Hash at(int height, long index) throws IOException;

  /** The root over the leaves from {@code begin} to {@code end}, exclusive; RFC 9162, 2.1.1. */
  default Hash over(long begin, long end) throws IOException {
    long count = end - begin;
    if (count == 0) return Hash.EMPTY;
    if (Long.bitCount(count) == 1) {
      int height = Long.numberOfTrailingZeros(count);
      return at(height, begin >>> height);
    }
    long split = begin + Long.highestOneBit(count);
    return Hash.node(over(begin, split), over(split, end));
  }
}
