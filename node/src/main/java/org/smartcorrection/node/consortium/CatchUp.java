package org.smartcorrection.node.consortium;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.audit.LogSource;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.EntryBundle;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.order.TilePath;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Fetches the entries that a log missed. First the hashes of all of them, which must lead to the
 * right edge that the members agreed on; then the entries, each compared with its hash. What a peer
 * makes up is noticed before anything is written.
 */
final class CatchUp {
  private CatchUp() {}

  /**
   * Brings a log up to a place.
   *
   * @throws IOException if this peer has not the entries, or others than the members agreed on
   */
  static void fetch(TileLog log, Frontier place, LogSource peer) throws IOException {
    List<Hash> hashes = hashes(log, place, peer);
    long first = log.size();
    while (log.size() < place.size()) {
      long tile = log.size() / TilePath.FULL;
      int width = (int) Math.min(place.size() - tile * TilePath.FULL, TilePath.FULL);
      var path = new TilePath(TilePath.ENTRIES, tile, width);
      var entries = new ArrayList<SignedEntry>();
      List<byte[]> leaves = leaves(peer, path);
      for (int i = (int) (log.size() % TilePath.FULL); i < width; i++) {
        SignedEntry entry = entry(leaves.get(i), path);
        long index = tile * TilePath.FULL + i;
        if (!entry.leafHash().equals(hashes.get((int) (index - first)))) throw other(index, peer);
        entries.add(entry);
      }
      log.append(entries);
    }
  }

  private static List<Hash> hashes(TileLog log, Frontier place, LogSource peer) throws IOException {
    var hashes = new ArrayList<Hash>();
    Frontier tree = log.frontier();
    while (tree.size() < place.size()) {
      long tile = tree.size() / TilePath.FULL;
      int width = (int) Math.min(place.size() - tile * TilePath.FULL, TilePath.FULL);
      List<Hash> tileHashes = hashes(peer, tile, width);
      for (Hash hash : tileHashes.subList((int) (tree.size() % TilePath.FULL), width)) {
        tree.append(hash);
        hashes.add(hash);
      }
    }
    if (tree.root().equals(place.root())) return hashes;
    throw other(log.size(), peer);
  }

  private static IOException other(long from, LogSource peer) {
    return new IOException(
        peer.name() + " has other entries than the members agreed on, from " + from + " on");
  }

  /** A directory has no hashes of a bundle that is not full: they follow from the entries. */
  private static List<Hash> hashes(LogSource peer, long tile, int width) throws IOException {
    var path = new TilePath(0, tile, width);
    Optional<byte[]> content = peer.tile(path);
    if (content.isEmpty()) {
      var entries = new TilePath(TilePath.ENTRIES, tile, width);
      return leaves(peer, entries).stream().map(Hash::leaf).toList();
    }
    if (content.get().length != width * Hash.LENGTH) {
      throw new IOException(path + " of " + peer.name() + " is cut short");
    }
    var hashes = new ArrayList<Hash>();
    for (int begin = 0; begin < content.get().length; begin += Hash.LENGTH) {
      hashes.add(Hash.of(Arrays.copyOfRange(content.get(), begin, begin + Hash.LENGTH)));
    }
    return hashes;
  }

  private static List<byte[]> leaves(LogSource peer, TilePath path) throws IOException {
    byte[] bundle =
        peer.tile(path).orElseThrow(() -> new IOException(peer.name() + " has no " + path));
    try {
      return EntryBundle.begin(bundle, path.width());
    } catch (MalformedException e) {
      throw new IOException(path + " of " + peer.name() + " is cut short", e);
    }
  }

  private static SignedEntry entry(byte[] leaf, TilePath path) throws IOException {
    try {
      return SignedEntry.parse(leaf);
    } catch (MalformedException e) {
      throw new IOException(path + " holds what is no entry", e);
    }
  }
}
