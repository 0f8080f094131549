package org.smartcorrection.ledger.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proof that a tree only grew: the first one is a prefix of the second (RFC 9162, section 2.1.4).
 *
 * @param first size of the older tree
 * @param second size of the newer tree
 * @param path hashes in the order of the RFC; empty when a size is zero or both are equal
 */
public record ConsistencyProof(long first, long second, List<Hash> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /**
   * Makes the proof from complete subtrees.
   *
   * @throws IllegalArgumentException if the sizes are not in order
   */
  public static ConsistencyProof from(Subtrees subtrees, long first, long second)
      throws IOException {
    if (first < 0 || first > second) throw new IllegalArgumentException("sizes not in order");
    var path = new ArrayList<Hash>();
    if (first == 0 || first == second) return new ConsistencyProof(first, second, path);
    long begin = 0;
    long end = second;
    while (first != end) {
      long split = begin + InclusionProof.splitOf(end - begin);
      if (first <= split) {
        path.addFirst(subtrees.over(split, end));
        end = split;
      } else {
        path.addFirst(subtrees.over(begin, split));
        begin = split;
      }
    }
    // the older tree's own root is known to the checker and left out
    if (begin != 0) path.addFirst(subtrees.over(begin, end));
    return new ConsistencyProof(first, second, path);
  }

  /** Whether the tree with the newer root extends the one with the older; RFC 9162, 2.1.4.2. */
  public boolean proves(Hash firstRoot, Hash secondRoot) {
    if (first < 0 || first > second) return false;
    if (first == second) return path.isEmpty() && firstRoot.equals(secondRoot);
    if (first == 0) return path.isEmpty() && firstRoot.equals(Hash.EMPTY);
    var hashes = new ArrayList<>(path);
    if (Long.bitCount(first) == 1) hashes.addFirst(firstRoot);
    return roots(first, second, hashes).equals(Optional.of(new Roots(firstRoot, secondRoot)));
  }

  /** The roots of an older and of a newer tree. */
  public record Roots(Hash older, Hash newer) {}

  /**
   * The two roots to which a path leads: that of a tree, and that of its first leaves alone. Where
   * the older size is a power of two, its root is the path's first hash. Nothing, if no path
   * between trees of these sizes looks like this.
   *
   * @param first size of the older tree, from one, below the second
   */
  public static Optional<Roots> roots(long first, long second, List<Hash> hashes) {
    if (first < 1 || first >= second || hashes.isEmpty()) return Optional.empty();
    long fn = first - 1;
    long sn = second - 1;
    while ((fn & 1) == 1) {
      fn >>>= 1;
      sn >>>= 1;
    }
    Hash older = hashes.getFirst();
    Hash newer = older;
    for (Hash hash : hashes.subList(1, hashes.size())) {
      if (sn == 0) return Optional.empty();
      if ((fn & 1) == 1 || fn == sn) {
        older = Hash.node(hash, older);
        newer = Hash.node(hash, newer);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        newer = Hash.node(newer, hash);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 ? Optional.of(new Roots(older, newer)) : Optional.empty();
  }
}
