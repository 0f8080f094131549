package org.smartcorrection.ledger.order;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.ledger.MalformedException;

/** Leaves one after the other, each after its length in 16 bits, big-endian (C2SP tlog-tiles). */
public final class EntryBundle {
  private EntryBundle() {}

  /** The bytes of a bundle. */
  public static byte[] encode(List<byte[]> leaves) {
    var bundle = new ByteArrayOutputStream();
    for (byte[] leaf : leaves) append(bundle, leaf);
    return bundle.toByteArray();
  }

  static void append(ByteArrayOutputStream bundle, byte[] leaf) {
    if (leaf.length > 0xffff) throw new IllegalArgumentException("a leaf above 65,535 bytes");
    bundle.write(leaf.length >>> 8);
    bundle.write(leaf.length);
    bundle.writeBytes(leaf);
  }

  /** Takes a bundle apart. */
  public static List<byte[]> decode(byte[] bundle) throws MalformedException {
    return leaves(ByteBuffer.wrap(bundle), Integer.MAX_VALUE);
  }

  /** The first leaves of a bundle; what comes after them is passed over. */
  public static List<byte[]> begin(byte[] bundle, int count) throws MalformedException {
    List<byte[]> leaves = leaves(ByteBuffer.wrap(bundle), count);
    if (leaves.size() == count) return leaves;
    throw new MalformedException("a bundle cut short");
  }

  private static List<byte[]> leaves(ByteBuffer rest, int most) throws MalformedException {
    var leaves = new ArrayList<byte[]>();
    while (rest.hasRemaining() && leaves.size() < most) {
      if (rest.remaining() < Short.BYTES) throw new MalformedException("a bundle cut short");
      byte[] leaf = new byte[Short.toUnsignedInt(rest.getShort())];
      if (rest.remaining() < leaf.length) throw new MalformedException("a bundle cut short");
      rest.get(leaf);
      leaves.add(leaf);
    }
    return leaves;
  }
}
