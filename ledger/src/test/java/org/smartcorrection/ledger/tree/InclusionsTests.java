package org.smartcorrection.ledger.tree;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InclusionsTests {
  private static Hash leaf(long index) {
    return Hash.leaf(Long.toString(index).getBytes(US_ASCII));
  }

  private static final Subtrees TREE =
      new Subtrees() {
        @Override
        public Hash at(int height, long index) throws IOException {
          if (height == 0) return leaf(index);
          return Hash.node(at(height - 1, 2 * index), at(height - 1, 2 * index + 1));
        }
      };

  private static List<Hash> leaves(List<Long> indexes) {
    return indexes.stream().map(InclusionsTests::leaf).toList();
  }

  @Test
  void several_leaves_are_proved_and_nothing_else_with_them() throws IOException {
    long seed = 9162;
    var random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      long size = 1L + random.nextInt(70);
      List<Long> indexes =
          LongStream.range(0, size).filter(_ -> random.nextInt(4) == 0).boxed().toList();
      if (indexes.isEmpty()) continue;
      Hash root = TREE.over(0, size);
      var proof = Inclusions.from(TREE, indexes, size);
      String where = "seed " + seed + " round " + round;
      assertTrue(proof.proves(leaves(indexes), root), where);
      assertFalse(proof.proves(leaves(indexes), TREE.over(0, size + 1)), where);
      var other = new ArrayList<>(leaves(indexes));
      other.set(random.nextInt(other.size()), leaf(size));
      assertFalse(proof.proves(other, root), where);
      var more = new ArrayList<>(proof.hashes());
      more.add(Hash.EMPTY);
      assertFalse(new Inclusions(indexes, size, more).proves(leaves(indexes), root), where);
      if (proof.hashes().isEmpty()) continue;
      var fewer = proof.hashes().subList(1, proof.hashes().size());
      assertFalse(new Inclusions(indexes, size, fewer).proves(leaves(indexes), root), where);
      List<Long> moved = new ArrayList<>(indexes);
      moved.set(0, moved.getFirst() == 0 ? size : moved.getFirst() - 1);
      assertFalse(new Inclusions(moved, size, proof.hashes()).proves(leaves(indexes), root), where);
    }
  }

  @Test
  void one_leaf_has_as_many_hashes_as_its_path() throws IOException {
    for (long size = 1; size < 40; size++)
      for (long index = 0; index < size; index++)
        assertEquals(
            InclusionProof.from(TREE, index, size).path().size(),
            Inclusions.from(TREE, List.of(index), size).hashes().size());
  }

  @Test
  void indexes_that_a_tree_has_not_are_refused() {
    for (List<Long> indexes :
        List.of(List.<Long>of(), List.of(5L), List.of(-1L), List.of(2L, 1L), List.of(1L, 1L))) {
      assertThrows(IllegalArgumentException.class, () -> Inclusions.from(TREE, indexes, 5));
      assertFalse(
          new Inclusions(indexes, 5, List.of()).proves(List.of(leaf(1), leaf(1)), Hash.EMPTY));
    }
    assertFalse(
        new Inclusions(List.of(1L << 62), Long.MAX_VALUE, List.of())
            .proves(List.of(Hash.EMPTY), Hash.EMPTY));
  }
}
