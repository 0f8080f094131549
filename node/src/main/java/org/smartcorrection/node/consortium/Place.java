package org.smartcorrection.node.consortium;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;

/**
 * How far the common order has come in each log: the right edge of its tree. This is all that
 * members keep in the engine's state; who has been away gets it from the others, and then knows
 * exactly which entries to ask for.
 */
final class Place {
  private static final int VERSION = 1;

  private Place() {}

  static byte[] write(SequencedMap<String, Frontier> places) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeByte(VERSION);
    out.writeShort(places.size());
    for (Map.Entry<String, Frontier> place : places.entrySet()) {
      out.writeUTF(place.getKey());
      out.writeLong(place.getValue().size());
      for (Hash peak : place.getValue().peaks()) out.write(peak.bytes());
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #write} wrote; nothing at all is the very beginning. */
  static SequencedMap<String, Frontier> read(byte[] state) throws IOException {
    var places = new TreeMap<String, Frontier>();
    if (state.length == 0) return places;
    var in = new DataInputStream(new ByteArrayInputStream(state));
    int version = in.readUnsignedByte();
    if (version != VERSION) throw new IOException("a state of version " + version);
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      String origin = in.readUTF();
      long size = in.readLong();
      var peaks = new ArrayList<Hash>();
      for (int peak = Long.bitCount(size); peak > 0; peak--) {
        peaks.add(Hash.of(in.readNBytes(Hash.LENGTH)));
      }
      places.put(origin, new Frontier(size, peaks));
    }
    return places;
  }
}
