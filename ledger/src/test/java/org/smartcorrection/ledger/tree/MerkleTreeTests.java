package org.smartcorrection.ledger.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares with the definitions of RFC 9162 written down recursively, without any cleverness. */
class MerkleTreeTests {
  private static final int LARGEST = 300;
  private static final List<Hash> LEAVES =
      IntStream.range(0, LARGEST).mapToObj(i -> Hash.leaf(("leaf " + i).getBytes(UTF_8))).toList();
  private static final Map<List<Long>, Hash> KNOWN = new HashMap<>();
  private static final Subtrees SUBTREES =
      (height, index) ->
          KNOWN.computeIfAbsent(
              List.of((long) height, index),
              _ -> {
                int begin = Math.toIntExact(index << height);
                return root(LEAVES.subList(begin, begin + (1 << height)));
              });

  private static Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) return Hash.EMPTY;
    if (leaves.size() == 1) return leaves.getFirst();
    int split = split(leaves.size());
    return Hash.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  private static int split(int size) {
    int split = 1;
    while (split * 2 < size) split *= 2;
    return split;
  }

  private static List<Hash> path(int index, List<Hash> leaves) {
    if (leaves.size() == 1) return List.of();
    int split = split(leaves.size());
    var left = leaves.subList(0, split);
    var right = leaves.subList(split, leaves.size());
    var path = new ArrayList<>(index < split ? path(index, left) : path(index - split, right));
    path.add(index < split ? root(right) : root(left));
    return path;
  }

  private static List<Hash> subproof(int first, List<Hash> leaves, boolean known) {
    if (first == leaves.size()) return known ? List.of() : List.of(root(leaves));
    int split = split(leaves.size());
    var left = leaves.subList(0, split);
    var right = leaves.subList(split, leaves.size());
    var proof =
        new ArrayList<>(
            first <= split ? subproof(first, left, known) : subproof(first - split, right, false));
    proof.add(first <= split ? root(right) : root(left));
    return proof;
  }

  @Test
  void the_hashes_are_those_of_the_known_test_tree() {
    // the eight leaves of the test data of certificate transparency
    String[] inputs = {
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f"
    };
    var frontier = new Frontier();
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", frontier.root().hex());
    for (String input : inputs) {
      frontier.append(Hash.leaf(HexFormat.of().parseHex(input)));
    }
    assertEquals(
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", frontier.root().hex());
  }

  @Test
  void the_growing_root_is_the_root_at_every_size() {
    var frontier = new Frontier();
    for (int size = 0; size <= LARGEST; size++) {
      assertEquals(root(LEAVES.subList(0, size)), frontier.root(), "size " + size);
      assertEquals(size, frontier.size());
      if (size < LARGEST) frontier.append(LEAVES.get(size));
    }
  }

  @Test
  void every_leaf_of_every_size_has_the_one_inclusion_proof() throws IOException {
    for (int size = 1; size <= LARGEST; size++) {
      var leaves = LEAVES.subList(0, size);
      Hash root = root(leaves);
      for (int index = 0; index < size; index++) {
        var proof = InclusionProof.from(SUBTREES, index, size);
        String where = index + " of " + size;
        assertEquals(path(index, leaves), proof.path(), where);
        assertEquals(proof.path().size(), InclusionProof.pathLength(index, size), where);
        assertTrue(proof.proves(LEAVES.get(index), root), where);
      }
    }
  }

  @Test
  void an_inclusion_proof_proves_nothing_else() throws IOException {
    for (int size = 1; size <= 70; size++) {
      Hash root = root(LEAVES.subList(0, size));
      for (int index = 0; index < size; index++) {
        Hash leaf = LEAVES.get(index);
        List<Hash> path = InclusionProof.from(SUBTREES, index, size).path();
        for (int other = 0; other <= size + 1; other++) {
          if (other == index) continue;
          assertFalse(new InclusionProof(other, size, path).proves(leaf, root), "index");
        }
        assertFalse(new InclusionProof(-1, size, path).proves(leaf, root));
        assertFalse(new InclusionProof(index, size, path).proves(LEAVES.get(size), root));
        assertFalse(new InclusionProof(index, size, path).proves(leaf, LEAVES.get(size)));
        var longer = new ArrayList<>(path);
        longer.add(root);
        assertFalse(new InclusionProof(index, size, longer).proves(leaf, root));
        if (path.isEmpty()) continue;
        assertFalse(
            new InclusionProof(index, size, path.subList(1, path.size())).proves(leaf, root));
        assertFalse(
            new InclusionProof(index, size, path.subList(0, path.size() - 1)).proves(leaf, root));
        for (int i = 0; i < path.size(); i++) {
          var changed = new ArrayList<>(path);
          changed.set(i, leaf);
          assertFalse(new InclusionProof(index, size, changed).proves(leaf, root));
        }
      }
    }
  }

  @Test
  void every_pair_of_sizes_has_the_one_consistency_proof() throws IOException {
    for (int second = 0; second <= 130; second++) {
      Hash newer = root(LEAVES.subList(0, second));
      for (int first = 0; first <= second; first++) {
        Hash older = root(LEAVES.subList(0, first));
        var proof = ConsistencyProof.from(SUBTREES, first, second);
        String where = first + " to " + second;
        if (first > 0) {
          assertEquals(subproof(first, LEAVES.subList(0, second), true), proof.path(), where);
        }
        assertTrue(proof.proves(older, newer), where);
      }
    }
  }

  @Test
  void a_consistency_proof_proves_nothing_else() throws IOException {
    for (int second = 1; second <= 70; second++) {
      Hash newer = root(LEAVES.subList(0, second));
      for (int first = 1; first < second; first++) {
        Hash older = root(LEAVES.subList(0, first));
        List<Hash> path = ConsistencyProof.from(SUBTREES, first, second).path();
        var proof = new ConsistencyProof(first, second, path);
        assertFalse(proof.proves(LEAVES.get(second), newer));
        assertFalse(proof.proves(older, LEAVES.get(second)));
        assertFalse(new ConsistencyProof(second, first, path).proves(older, newer));
        assertFalse(new ConsistencyProof(second, second, path).proves(newer, newer));
        assertFalse(new ConsistencyProof(0, second, path).proves(Hash.EMPTY, newer));
        assertFalse(new ConsistencyProof(first, second, List.of()).proves(older, newer));
        var longer = new ArrayList<>(path);
        longer.add(newer);
        assertFalse(new ConsistencyProof(first, second, longer).proves(older, newer));
        for (int i = 0; i < path.size(); i++) {
          var changed = new ArrayList<>(path);
          changed.set(i, LEAVES.get(second));
          assertFalse(new ConsistencyProof(first, second, changed).proves(older, newer));
        }
      }
    }
  }

  @Test
  void no_proof_is_made_for_what_the_tree_does_not_have() {
    assertThrows(IllegalArgumentException.class, () -> InclusionProof.from(SUBTREES, 5, 5));
    assertThrows(IllegalArgumentException.class, () -> ConsistencyProof.from(SUBTREES, 6, 5));
  }
}
