package org.smartcorrection.ledger.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.smartcorrection.ledger.tree.Hash;

/**
 * What is told of an entry's content: its tree, in which all that is not told is cut down to the
 * hashes of the largest parts that hold nothing told. Whatever it says, it leads to one root; who
 * finds that root in an entry knows that all of it was fixed with the entry.
 */
public sealed interface Opening {
  /** No leaf stands here. */
  record Nothing() implements Opening {}

  /** Something stands here that is not told: a leaf, or many. */
  record Hidden(Hash hash) implements Opening {}

  /** A leaf that is told. */
  record Told(Disclosure disclosure) implements Opening {}

  /** What stands to the left and to the right. */
  record Both(Opening left, Opening right) implements Opening {}

  /** Levels beyond this are refused: names do not have this much in common. */
  int DEEPEST = 64;

  /** The hash to which it leads. */
  default Hash root() {
    return switch (this) {
      case Nothing() -> Hash.EMPTY;
      case Hidden(Hash hash) -> hash;
      case Told(Disclosure disclosure) -> disclosure.commitment().hash();
      case Both(Opening left, Opening right) -> Hash.node(left.root(), right.root());
    };
  }

  /** What is told, by name. */
  default List<Disclosure> disclosures() {
    var told = new ArrayList<Disclosure>();
    collect(this, told);
    told.sort(Comparator.comparing(Disclosure::name));
    return told;
  }

  /** Whether all that was fixed is told. */
  default boolean isEverything() {
    return switch (this) {
      case Nothing(), Told(Disclosure _) -> true;
      case Hidden(Hash _) -> false;
      case Both(Opening left, Opening right) -> left.isEverything() && right.isEverything();
    };
  }

  private static void collect(Opening part, List<Disclosure> told) {
    switch (part) {
      case Nothing(), Hidden(Hash _) -> {}
      case Told(Disclosure disclosure) -> told.add(disclosure);
      case Both(Opening left, Opening right) -> {
        collect(left, told);
        collect(right, told);
      }
    }
  }

  /**
   * Makes sure that each leaf stands where its name puts it, so that a name can have one value
   * only, and that this is the one form of what is told.
   *
   * @throws IllegalArgumentException if not
   */
  default void require() {
    require(this, new ArrayList<>());
  }

  /** Whether something is told here; {@code way} says how often it went to the right. */
  private static boolean require(Opening part, List<Boolean> way) {
    return switch (part) {
      case Nothing() -> false;
      case Hidden(Hash hash) -> {
        if (hash.equals(Hash.EMPTY)) throw new IllegalArgumentException("nothing, hidden");
        yield false;
      }
      case Told(Disclosure disclosure) -> {
        if (!new Place(disclosure.name()).isOn(way)) {
          throw new IllegalArgumentException("a value that does not stand at its place");
        }
        yield true;
      }
      case Both(Opening left, Opening right) -> {
        if (way.size() == DEEPEST) throw new IllegalArgumentException("content too deep");
        if (isAlone(left, right) || isAlone(right, left)) {
          throw new IllegalArgumentException("a value below its place");
        }
        way.add(false);
        boolean told = require(left, way);
        way.set(way.size() - 1, true);
        told |= require(right, way);
        way.removeLast();
        if (!told) throw new IllegalArgumentException("a part without anything told in two parts");
        yield true;
      }
    };
  }

  private static boolean isAlone(Opening one, Opening other) {
    return one instanceof Told && other instanceof Nothing;
  }
}
