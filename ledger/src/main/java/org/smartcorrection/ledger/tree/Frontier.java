package org.smartcorrection.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that only grows and only knows its right edge: the complete subtrees that make up the
 * present size, largest first. Enough to compute every root, in memory that grows with the
 * logarithm of the size. Not safe for use by several threads.
 */
public final class Frontier {
  private final List<Hash> peaks = new ArrayList<>();
  private long size;

  /** An empty tree. */
  public Frontier() {}

  /**
   * A tree of which only the right edge is handed on.
   *
   * @param peaks as {@link #peaks} gave them
   * @throws IllegalArgumentException if that many leaves have another number of peaks
   */
  public Frontier(long size, List<Hash> peaks) {
    if (size < 0 || Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException("not the peaks of a tree of this size");
    }
    this.size = size;
    this.peaks.addAll(peaks);
  }

  /** The roots of the complete subtrees, the largest first. */
  public List<Hash> peaks() {
    return List.copyOf(peaks);
  }

  public long size() {
    return size;
  }

  /** Adds the hash of the next leaf. */
  public void append(Hash leaf) {
    Hash hash = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      hash = Hash.node(peaks.removeLast(), hash);
    }
    peaks.add(hash);
    size++;
  }

  /** The root over all leaves added so far. */
  public Hash root() {
    if (peaks.isEmpty()) return Hash.EMPTY;
    Hash root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) root = Hash.node(peaks.get(i), root);
    return root;
  }
}
