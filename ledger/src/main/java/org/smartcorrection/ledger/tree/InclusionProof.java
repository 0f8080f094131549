package org.smartcorrection.ledger.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proof that a leaf stands at an index of the tree of a size (RFC 9162, section 2.1.3).
 *
 * @param index position of the leaf, from zero
 * @param size number of leaves of the tree
 * @param path sibling hashes, from the leaf's to the one below the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {
  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * Makes the proof from complete subtrees.
   *
   * @throws IllegalArgumentException if the tree has no such leaf
   */
  public static InclusionProof from(Subtrees subtrees, long index, long size) throws IOException {
    if (index < 0 || index >= size) throw new IllegalArgumentException("no leaf at this index");
    var path = new ArrayList<Hash>();
    long begin = 0;
    long end = size;
    while (end - begin > 1) {
      long split = begin + splitOf(end - begin);
      if (index < split) {
        path.addFirst(subtrees.over(split, end));
        end = split;
      } else {
        path.addFirst(subtrees.over(begin, split));
        begin = split;
      }
    }
    return new InclusionProof(index, size, path);
  }

  /** The largest power of two below {@code count}. */
  static long splitOf(long count) {
    return Long.highestOneBit(count - 1);
  }

  /** How many hashes the path of a leaf has. */
  public static int pathLength(long index, long size) {
    if (index < 0 || index >= size) throw new IllegalArgumentException("no leaf at this index");
    // up to where the leaf and the last one part, each level has a sibling; above, those to the
    // left
    int parted = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    return parted + (parted == Long.SIZE ? 0 : Long.bitCount(index >>> parted));
  }

  /** Whether this leaf at this index leads to this root; RFC 9162, section 2.1.3.2. */
  public boolean proves(Hash leaf, Hash root) {
    return root(leaf).equals(Optional.of(root));
  }

  /** The root to which this leaf leads, if its path is one in a tree of this size. */
  public Optional<Hash> root(Hash leaf) {
    if (index < 0 || index >= size) return Optional.empty();
    long fn = index;
    long sn = size - 1;
    Hash hash = leaf;
    for (Hash sibling : path) {
      if (sn == 0) return Optional.empty();
      if ((fn & 1) == 1 || fn == sn) {
        hash = Hash.node(sibling, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        hash = Hash.node(hash, sibling);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 ? Optional.of(hash) : Optional.empty();
  }
}
