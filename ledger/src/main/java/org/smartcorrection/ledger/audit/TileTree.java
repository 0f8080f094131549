package org.smartcorrection.ledger.audit;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.order.EntryBundle;
import org.smartcorrection.ledger.order.TilePath;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.Subtrees;

/**
 * The tree of a log as its tiles show it. Compare its root with a signed one before believing any
 * of it. What is not in a tile is computed from those below, at last from the entries.
 */
public final class TileTree implements Subtrees {
  private static final int HEIGHT = 8;
  private static final int CACHED = 512;

  private final LogSource source;
  private final long size;
  private final Map<TilePath, List<Hash>> cache =
      new LinkedHashMap<>(CACHED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, List<Hash>> eldest) {
          return size() > CACHED;
        }
      };

  /**
   * The tree of a log.
   *
   * @param size up to the present one
   */
  public TileTree(LogSource source, long size) {
    this.source = source;
    this.size = size;
  }

  @Override
  public Hash at(int height, long index) throws IOException {
    int level = height / HEIGHT;
    int count = 1 << (height % HEIGHT);
    long first = index * count;
    List<Hash> tile = tile(level, first / TilePath.FULL);
    int place = (int) (first % TilePath.FULL);
    if (place + count > tile.size()) throw new IOException("no such hash in the tree");
    return root(tile.subList(place, place + count));
  }

  /** The leaves from an index on, up to the end of their bundle; not yet compared with the tree. */
  public List<byte[]> leaves(long from) throws IOException {
    long number = from / TilePath.FULL;
    int width = (int) Math.min(size - number * TilePath.FULL, TilePath.FULL);
    if (from % TilePath.FULL >= width) throw new IOException("no such entry in the tree");
    var path = new TilePath(TilePath.ENTRIES, number, width);
    byte[] bundle = source.tile(path).orElseThrow(() -> new IOException(path + " is missing"));
    try {
      return EntryBundle.begin(bundle, width).subList((int) (from % TilePath.FULL), width);
    } catch (MalformedException e) {
      throw new IOException(path + " is cut short", e);
    }
  }

  private List<Hash> tile(int level, long number) throws IOException {
    long there = (size >>> (HEIGHT * level)) - number * TilePath.FULL;
    if (there < 1) throw new IOException("no such tile in the tree");
    var path = new TilePath(level, number, (int) Math.min(there, TilePath.FULL));
    List<Hash> known = cache.get(path);
    if (known != null) return known;
    Optional<byte[]> served = source.tile(path);
    List<Hash> hashes =
        served.isPresent() ? hashes(served.get(), path) : level == 0 ? leaves(path) : below(path);
    cache.put(path, hashes);
    return hashes;
  }

  private static List<Hash> hashes(byte[] content, TilePath path) throws IOException {
    if (content.length != path.width() * Hash.LENGTH) throw new IOException(path + " is cut short");
    var hashes = new Hash[path.width()];
    for (int i = 0; i < hashes.length; i++) {
      int begin = i * Hash.LENGTH;
      hashes[i] = Hash.of(Arrays.copyOfRange(content, begin, begin + Hash.LENGTH));
    }
    return List.of(hashes);
  }

  private List<Hash> leaves(TilePath path) throws IOException {
    var entries = new TilePath(TilePath.ENTRIES, path.number(), path.width());
    byte[] bundle =
        source.tile(entries).orElseThrow(() -> new IOException(entries + " is missing"));
    try {
      return EntryBundle.begin(bundle, path.width()).stream().map(Hash::leaf).toList();
    } catch (MalformedException e) {
      throw new IOException(entries + " is cut short", e);
    }
  }

  private List<Hash> below(TilePath path) throws IOException {
    var hashes = new Hash[path.width()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = root(tile(path.level() - 1, path.number() * TilePath.FULL + i));
    }
    return List.of(hashes);
  }

  private static Hash root(List<Hash> hashes) {
    var tree = new Frontier();
    hashes.forEach(tree::append);
    return tree.root();
  }
}
