package org.smartcorrection.ledger.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.Subtrees;

/**
 * The tree in tiles of 256 hashes (C2SP tlog-tiles): full tiles in files, the growing tile of each
 * level in memory. Everything here follows from the entries, so nothing needs to be forced to disk:
 * what is missing or wrong after a crash is computed again.
 */
final class HashTiles implements Subtrees {
  private static final int HEIGHT = 8;
  private static final int BYTES = TilePath.FULL * Hash.LENGTH;
  private static final int CACHED = 128;

  private final Path root;
  private final List<Level> levels = new ArrayList<>();
  private final Map<TilePath, byte[]> cache =
      new LinkedHashMap<>(CACHED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
          return size() > CACHED;
        }
      };

  /** The hashes of one level that do not yet fill a tile. */
  private static final class Level {
    private final byte[] growing = new byte[BYTES];
    private long count;

    int width() {
      return (int) (count % TilePath.FULL);
    }
  }

  HashTiles(Path root) {
    this.root = root;
  }

  /** Adds the hash of the next leaf. */
  synchronized void append(Hash leaf) throws IOException {
    append(0, leaf);
  }

  private void append(int level, Hash hash) throws IOException {
    if (level == levels.size()) levels.add(new Level());
    Level edge = levels.get(level);
    System.arraycopy(hash.bytes(), 0, edge.growing, edge.width() * Hash.LENGTH, Hash.LENGTH);
    edge.count++;
    if (edge.width() > 0) return;
    var tile = TilePath.full(level, edge.count / TilePath.FULL - 1);
    cache.remove(tile);
    store(tile, edge.growing);
    append(level + 1, within(edge.growing, 0, TilePath.FULL));
  }

  /**
   * Adds a whole tile of leaf hashes that is in its file, where the last one is full.
   *
   * @param root as {@link #root} has it
   */
  synchronized void appendTile(Hash root) throws IOException {
    if (levels.isEmpty()) levels.add(new Level());
    levels.getFirst().count += TilePath.FULL;
    append(1, root);
  }

  /** The root over a full tile. */
  static Hash root(byte[] content) {
    return within(content, 0, TilePath.FULL);
  }

  /** Puts a full tile into its file. */
  void store(TilePath tile, byte[] content) throws IOException {
    Path file = root.resolve(tile.toString());
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) return;
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Number of leaves. */
  synchronized long size() {
    return levels.isEmpty() ? 0 : levels.getFirst().count;
  }

  /** The full tile of leaf hashes in the file, if there is one of the right length. */
  Optional<byte[]> stored(long number) throws IOException {
    Path file = root.resolve(TilePath.full(0, number).toString());
    if (!Files.exists(file)) return Optional.empty();
    byte[] content = Files.readAllBytes(file);
    return content.length == BYTES ? Optional.of(content) : Optional.empty();
  }

  /** The right edge of the tree. */
  synchronized Frontier frontier() throws IOException {
    long size = size();
    var peaks = new ArrayList<Hash>();
    long begin = 0;
    for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
      int height = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
      peaks.add(at(height, begin >>> height));
      begin += Long.highestOneBit(rest);
    }
    return new Frontier(size, peaks);
  }

  /** The hashes of a tile, full or partial, that the tree has. */
  synchronized byte[] tile(TilePath tile) throws IOException {
    return Arrays.copyOf(content(tile.level(), tile.number()), tile.width() * Hash.LENGTH);
  }

  @Override
  public synchronized Hash at(int height, long index) throws IOException {
    int level = height / HEIGHT;
    int count = 1 << (height % HEIGHT);
    long first = index * count;
    int place = (int) (first % TilePath.FULL);
    return within(content(level, first / TilePath.FULL), place, count);
  }

  private byte[] content(int level, long number) throws IOException {
    Level edge = levels.get(level);
    if (number == edge.count / TilePath.FULL) return edge.growing;
    var tile = TilePath.full(level, number);
    byte[] content = cache.get(tile);
    if (content == null) {
      Path file = root.resolve(tile.toString());
      if (!Files.exists(file)) throw new DamagedLogException("a tile is missing: " + tile);
      content = Files.readAllBytes(file);
      if (content.length != BYTES) throw new DamagedLogException("a tile is cut short: " + tile);
      cache.put(tile, content);
    }
    return content;
  }

  private static Hash within(byte[] content, int begin, int count) {
    if (count == 1) return hash(content, begin);
    int first = begin * Hash.LENGTH;
    byte[] hashes = Arrays.copyOfRange(content, first, first + count * Hash.LENGTH);
    Hash.fold(hashes);
    return hash(hashes, 0);
  }

  private static Hash hash(byte[] content, int place) {
    int begin = place * Hash.LENGTH;
    return Hash.of(Arrays.copyOfRange(content, begin, begin + Hash.LENGTH));
  }
}
