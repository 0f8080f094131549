package org.smartcorrection.ledger.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.tree.Hash;

class LeafIndexTests {
  private final List<Hash> leaves = new ArrayList<>();

  private LeafIndex index(long expected) {
    return new LeafIndex((_, index) -> leaves.get((int) index), expected);
  }

  private static Hash leaf(int n) {
    return Hash.leaf(Integer.toString(n).getBytes(UTF_8));
  }

  @Test
  void every_leaf_is_found_at_its_place_and_no_other_whether_or_not_it_had_to_grow()
      throws Exception {
    for (int n = 0; n < 50_000; n++) leaves.add(leaf(n));
    for (long expected : new long[] {0, 50_000}) {
      LeafIndex index = index(expected);
      for (int n = 0; n < 50_000; n++) index.add(leaf(n), n);
      for (int n = 0; n < 50_000; n++) assertEquals(OptionalLong.of(n), index.find(leaf(n)));
      for (int n = 50_000; n < 60_000; n++) {
        assertEquals(OptionalLong.empty(), index.find(leaf(n)));
      }
    }
  }

  @Test
  void leaves_that_begin_alike_are_told_apart_by_the_tree() throws Exception {
    LeafIndex index = index(0);
    for (int n = 0; n < 7; n++) {
      byte[] bytes = new byte[Hash.LENGTH];
      bytes[0] = -1;
      bytes[1] = -1; // the end of the table, which goes on at its beginning
      bytes[31] = (byte) n;
      leaves.add(Hash.of(bytes));
      if (n < 6) index.add(leaves.get(n), n);
    }
    for (int n = 0; n < 6; n++) assertEquals(OptionalLong.of(n), index.find(leaves.get(n)));
    assertEquals(OptionalLong.empty(), index.find(leaves.get(6)));
  }

  @Test
  void threads_can_fill_it_together() throws Exception {
    for (int n = 0; n < 20_000; n++) leaves.add(leaf(n));
    LeafIndex index = index(0);
    IntStream.range(0, 20_000).parallel().forEach(n -> index.add(leaves.get(n), n));
    for (int n = 0; n < 20_000; n++) assertEquals(OptionalLong.of(n), index.find(leaf(n)));
  }

  @Test
  void a_place_that_does_not_fit_is_refused() {
    LeafIndex index = index(0);
    Hash leaf = leaf(0);
    assertThrows(IllegalStateException.class, () -> index.add(leaf, LeafIndex.MOST + 1));
  }
}
