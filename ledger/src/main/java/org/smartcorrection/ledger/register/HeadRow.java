package org.smartcorrection.ledger.register;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.tree.Hash;

/**
 * A case and the hash of its latest entry's {@linkplain CaseHead#hash leaf in the register}, in as
 * few bytes as can be: a log keeps many of them. Ordered by pseudonym, which is ASCII.
 */
final class HeadRow implements Comparable<HeadRow> {
  /** Of a leaf that is no entry, and so of no case. */
  static final HeadRow NONE = new HeadRow(new byte[Hash.LENGTH]);

  private final byte[] bytes;

  /**
   * A row as it is written.
   *
   * @param bytes of the pseudonym, then of the hash; not to be changed
   */
  HeadRow(byte[] bytes) {
    this.bytes = bytes;
  }

  static HeadRow of(Entry entry, Hash leaf) {
    var head = new CaseHead(entry.link().casePseudonym(), entry.link().number(), leaf);
    byte[] name = head.casePseudonym().getBytes(US_ASCII);
    byte[] bytes = Arrays.copyOf(name, name.length + Hash.LENGTH);
    System.arraycopy(head.hash().bytes(), 0, bytes, name.length, Hash.LENGTH);
    return new HeadRow(bytes);
  }

  byte[] bytes() {
    return bytes;
  }

  Hash hash() {
    return Hash.of(Arrays.copyOfRange(bytes, nameLength(), bytes.length));
  }

  private int nameLength() {
    return bytes.length - Hash.LENGTH;
  }

  @Override
  public int compareTo(HeadRow other) {
    return Arrays.compareUnsigned(bytes, 0, nameLength(), other.bytes, 0, other.nameLength());
  }

  /** Whether both are of one case. */
  @Override
  public boolean equals(Object other) {
    return other instanceof HeadRow row && compareTo(row) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(Arrays.copyOf(bytes, nameLength()));
  }
}
