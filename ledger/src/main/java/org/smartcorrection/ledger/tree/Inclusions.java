package org.smartcorrection.ledger.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proof that several leaves stand at their indexes of one tree (RFC 9162, section 2.1.1). It holds
 * the roots of the largest subtrees that have none of the leaves, from left to right, so that paths
 * that meet are told once.
 *
 * @param indexes of the leaves, one at least, ascending
 * @param size number of leaves of the tree
 * @param hashes of what lies between them
 */
public record Inclusions(List<Long> indexes, long size, List<Hash> hashes) {
  public Inclusions {
    indexes = List.copyOf(indexes);
    hashes = List.copyOf(hashes);
  }

  /**
   * Makes the proof from complete subtrees.
   *
   * @throws IllegalArgumentException if the indexes are not ascending indexes of this tree
   */
  public static Inclusions from(Subtrees subtrees, List<Long> indexes, long size)
      throws IOException {
    if (!areAscending(indexes, size)) throw new IllegalArgumentException("no such leaves");
    var hashes = new ArrayList<Hash>();
    collect(subtrees, indexes, 0, size, hashes);
    return new Inclusions(indexes, size, hashes);
  }

  private static boolean areAscending(List<Long> indexes, long size) {
    long least = 0;
    for (long index : indexes) {
      if (index < least || index >= size) return false;
      least = index + 1;
    }
    return !indexes.isEmpty();
  }

  private static void collect(
      Subtrees subtrees, List<Long> indexes, long begin, long end, List<Hash> hashes)
      throws IOException {
    if (indexes.isEmpty()) {
      hashes.add(subtrees.over(begin, end));
    } else if (end - begin > 1) {
      long split = begin + InclusionProof.splitOf(end - begin);
      int left = before(indexes, split);
      collect(subtrees, indexes.subList(0, left), begin, split, hashes);
      collect(subtrees, indexes.subList(left, indexes.size()), split, end, hashes);
    }
  }

  private static int before(List<Long> indexes, long split) {
    int count = 0;
    while (count < indexes.size() && indexes.get(count) < split) count++;
    return count;
  }

  /** Whether these leaves, in the order of the indexes, lead to this root. */
  public boolean proves(List<Hash> leaves, Hash root) {
    if (leaves.size() != indexes.size() || !areAscending(indexes, size)) return false;
    var walk = new Walk(leaves);
    Optional<Hash> found = Optional.ofNullable(walk.over(indexes, 0, size));
    return found.equals(Optional.of(root)) && walk.isDone();
  }

  /** One way through the tree, from left to right, that uses up leaves and hashes. */
  private final class Walk {
    private final List<Hash> leaves;
    private int leaf;
    private int hash;

    private Walk(List<Hash> leaves) {
      this.leaves = leaves;
    }

    private boolean isDone() {
      return hash == hashes.size();
    }

    private @Nullable Hash over(List<Long> within, long begin, long end) {
      if (within.isEmpty()) return hash < hashes.size() ? hashes.get(hash++) : null;
      if (end - begin == 1) return leaves.get(leaf++);
      long split = begin + InclusionProof.splitOf(end - begin);
      int count = before(within, split);
      Hash left = over(within.subList(0, count), begin, split);
      Hash right = left == null ? null : over(within.subList(count, within.size()), split, end);
      return left == null || right == null ? null : Hash.node(left, right);
    }
  }
}
