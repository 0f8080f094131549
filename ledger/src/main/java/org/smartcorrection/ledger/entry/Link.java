package org.smartcorrection.ledger.entry;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Where an entry stands among those of its case in its origin. Numbers without a gap, each naming
 * its predecessor, make an omitted or reordered act visible.
 *
 * @param casePseudonym the case in this origin; another one in every other origin
 * @param number 1 for the first entry of the case in this origin
 * @param previous leaf hash of the entry before; null for the first, and only there
 */
public record Link(String casePseudonym, long number, @Nullable Hash previous) {
  public Link {
    Tokens.require("case pseudonym", casePseudonym);
    if (number < 1 || number > Json.LARGEST) throw new IllegalArgumentException("numbers from 1");
    if ((number == 1) != (previous == null)) {
      throw new IllegalArgumentException("all entries but the first name the one before");
    }
  }

  /** The link of a case's first entry. */
  public static Link first(String casePseudonym) {
    return new Link(casePseudonym, 1, null);
  }

  /** The link of the entry after the one that has this link and this leaf hash. */
  public Link next(Hash leafHash) {
    return new Link(casePseudonym, number + 1, leafHash);
  }
}
