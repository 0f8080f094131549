package org.smartcorrection.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Where the commitment of a name stands in the tree of an entry's content: documents to the right
 * of the root and all else to the left, then as the bits of the name's SHA-256 say, the highest
 * first, as far down as is needed to be alone. So a paper, which tells its document, needs little
 * beside it, and no name has two places.
 */
final class Place {
  private final boolean isDocument;
  private final byte[] bits;

  Place(String name) {
    isDocument = name.startsWith(Disclosure.DOCUMENT);
    bits = Hash.sha256(name.getBytes(UTF_8)).bytes();
  }

  /** Whether the way leads to the right at a level, the root being level 0. */
  boolean isRight(int level) {
    if (level == 0) return isDocument;
    int bit = level - 1;
    return (bits[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) == 1;
  }

  /** Whether a way from the root leads towards it. */
  boolean isOn(List<Boolean> way) {
    for (int level = 0; level < way.size(); level++) {
      if (way.get(level) != isRight(level)) return false;
    }
    return true;
  }
}
