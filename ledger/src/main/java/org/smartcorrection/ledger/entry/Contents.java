package org.smartcorrection.ledger.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.tree.Hash;

/**
 * All that an entry fixes beside what stands in it openly: commitments by name, the number of the
 * act ({@link Entry#ACT}) among them. The entry holds the root of a tree over them and nothing
 * else, so that nobody sees from it what and how much was recorded; whoever made it keeps this.
 *
 * <p>A leaf of the tree is a commitment, which no inner node can be (their hashes begin with other
 * bytes), and stands at the {@link Place} of its name. So an entry cannot fix two values of one
 * name and tell one to each who asks.
 */
public final class Contents {
  /** Of an entry that fixes nothing. */
  public static final Contents NONE = new Contents(Map.of());

  private final SortedMap<String, Commitment> commitments;

  public Contents(Map<String, Commitment> commitments) {
    commitments.keySet().forEach(name -> Tokens.require("commitment name", name));
    this.commitments = Collections.unmodifiableSortedMap(new TreeMap<>(commitments));
  }

  /** What is fixed by values of which each can be told. */
  public static Contents of(Collection<Disclosure> disclosures) {
    var commitments = new HashMap<String, Commitment>();
    for (Disclosure one : disclosures) {
      if (commitments.put(one.name(), one.commitment()) != null) {
        throw new IllegalArgumentException("a name twice");
      }
    }
    return new Contents(commitments);
  }

  /** The commitments by name. */
  public SortedMap<String, Commitment> commitments() {
    return commitments;
  }

  /** What the entry holds. */
  public Hash root() {
    return opening(List.of()).root();
  }

  /**
   * What tells these values and nothing else.
   *
   * @throws IllegalArgumentException if one of them does not open the commitment of its name
   */
  public Opening opening(Collection<Disclosure> told) {
    var byName = new HashMap<String, Disclosure>();
    for (Disclosure one : told) {
      if (!one.commitment().equals(commitments.get(one.name()))) {
        throw new IllegalArgumentException("no such commitment: " + one.name());
      }
      if (byName.put(one.name(), one) != null) throw new IllegalArgumentException("told twice");
    }
    var leaves = new ArrayList<Leaf>();
    commitments.forEach(
        (name, commitment) -> leaves.add(new Leaf(new Place(name), commitment, byName.get(name))));
    return grown(leaves, 0);
  }

  private record Leaf(Place place, Commitment commitment, @Nullable Disclosure told) {
    Opening opening() {
      return told == null ? new Opening.Hidden(commitment.hash()) : new Opening.Told(told);
    }
  }

  private static Opening grown(List<Leaf> leaves, int level) {
    if (leaves.isEmpty()) return new Opening.Nothing();
    if (leaves.size() == 1) return leaves.getFirst().opening();
    if (level == Opening.DEEPEST) throw new IllegalArgumentException("content too deep");
    var left = new ArrayList<Leaf>();
    var right = new ArrayList<Leaf>();
    for (Leaf leaf : leaves) (leaf.place().isRight(level) ? right : left).add(leaf);
    var both = new Opening.Both(grown(left, level + 1), grown(right, level + 1));
    boolean told = leaves.stream().anyMatch(leaf -> leaf.told() != null);
    return told ? both : new Opening.Hidden(both.root());
  }

  /** The form in which whoever made the entry keeps them: canonical JSON, hashes by name. */
  public byte[] bytes() {
    var named = new HashMap<String, Json>();
    commitments.forEach((name, value) -> named.put(name, new Json.Text(value.hash().base64())));
    return new Json.Fields(named).bytes();
  }

  /** Reads that form. */
  public static Contents parse(byte[] bytes) throws MalformedException {
    if (!(Json.parse(bytes) instanceof Json.Fields(var named))) {
      throw new MalformedException("commitments are not an object");
    }
    var commitments = new HashMap<String, Commitment>();
    for (var field : named.entrySet()) {
      String hash = FieldReader.text(field.getKey(), field.getValue());
      commitments.put(field.getKey(), new Commitment(Hash.parse(hash)));
    }
    try {
      return new Contents(commitments);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(String.valueOf(e.getMessage()), e);
    }
  }
}
