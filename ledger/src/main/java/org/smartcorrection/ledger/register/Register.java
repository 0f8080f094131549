package org.smartcorrection.ledger.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.Inclusions;
import org.smartcorrection.ledger.tree.Subtrees;

/**
 * The latest entry of every case among the first entries of a log, as a tree. Its leaves are sorted
 * by pseudonym, so that two neighbours show that a case between them has no entry.
 */
public final class Register {
  private final long size;
  private final List<CaseHead> heads;
  // of each height, the hashes of its complete subtrees
  private final List<List<Hash>> levels = new ArrayList<>();

  /**
   * A register.
   *
   * @param size how many entries of the log it speaks of
   * @param heads one a case
   */
  Register(long size, Collection<CaseHead> heads) {
    this.size = size;
    this.heads = heads.stream().sorted(Comparator.comparing(CaseHead::casePseudonym)).toList();
    List<Hash> level = this.heads.stream().map(CaseHead::hash).toList();
    while (!level.isEmpty()) {
      levels.add(level);
      var above = new ArrayList<Hash>();
      for (int i = 0; i + 1 < level.size(); i += 2) {
        above.add(Hash.node(level.get(i), level.get(i + 1)));
      }
      level = above;
    }
  }

  /** How many entries of the log it speaks of. */
  public long size() {
    return size;
  }

  /** How many cases they belong to. */
  public int cases() {
    return heads.size();
  }

  /** The root over all leaves. */
  public Hash root() {
    try {
      return subtrees().over(0, heads.size());
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is read here", e);
    }
  }

  private Subtrees subtrees() {
    return (height, index) -> levels.get(height).get((int) index);
  }

  /** What shows which entry is the latest of this case, or that it has none. */
  public RegisterProof of(String casePseudonym) {
    var sought = new CaseHead(casePseudonym, 1, Hash.EMPTY);
    int found =
        Collections.binarySearch(heads, sought, Comparator.comparing(CaseHead::casePseudonym));
    if (found >= 0) return proof(casePseudonym, found, found + 1);
    int after = -found - 1;
    return proof(casePseudonym, Math.max(after - 1, 0), Math.min(after + 1, heads.size()));
  }

  private RegisterProof proof(String casePseudonym, int begin, int end) {
    if (begin == end) return new RegisterProof(casePseudonym, List.of(), List.of());
    var places = new ArrayList<RegisterProof.Place>();
    for (int at = begin; at < end; at++) {
      places.add(new RegisterProof.Place(at, heads.get(at)));
    }
    try {
      List<Long> indexes = places.stream().map(RegisterProof.Place::index).toList();
      var path = Inclusions.from(subtrees(), indexes, heads.size());
      return new RegisterProof(casePseudonym, places, path.hashes());
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is read here", e);
    }
  }
}
