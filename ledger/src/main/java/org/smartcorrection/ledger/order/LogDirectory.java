package org.smartcorrection.ledger.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.Durable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.BadSignatureException;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.Subtrees;

/** The files of a log, and on opening the proof that they are what the last checkpoint says. */
final class LogDirectory implements Closeable {
  private static final int AT_ONCE = 1024;

  private final Path checkpointFile;
  private final FileChannel lockFile;
  private final EntryBundles bundles;
  private final String checkpoint;
  private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
  private HashTiles tiles;
  private LeafIndex index;
  private Frontier frontier;

  private LogDirectory(Path path, FileChannel lockFile, LogKeys keys, Clock clock)
      throws IOException {
    this.lockFile = lockFile;
    this.checkpointFile = path.resolve("checkpoint");
    if (!Files.exists(checkpointFile)) {
      if (Files.exists(path.resolve("tile"))) {
        throw new DamagedLogException("there are entries, but the checkpoint is missing");
      }
      Durable.replace(checkpointFile, keys.checkpoint(0, Hash.EMPTY, clock));
    }
    // the head may have its name since a moment ago, when a disk failed
    Durable.forceNames(path);
    byte[] note = Files.readAllBytes(checkpointFile);
    Checkpoint head = check(note, keys);
    this.checkpoint = new String(note, UTF_8);
    this.bundles = EntryBundles.open(path, writers, head.size());
    this.tiles = new HashTiles(path);
    this.index = new LeafIndex(tiles, head.size());
    this.frontier = load(head.size(), false);
    if (!frontier.root().equals(head.root())) {
      // tiles follow from the entries: if only they are wrong, they are written again
      this.tiles = new HashTiles(path);
      this.index = new LeafIndex(tiles, head.size());
      this.frontier = load(head.size(), true);
    }
    if (!frontier.root().equals(head.root())) {
      throw new DamagedLogException("the entries are not those of the last checkpoint");
    }
  }

  static LogDirectory open(Path path, LogKeys keys, Clock clock) throws IOException {
    Durable.makeDirectories(path.toAbsolutePath());
    var lockFile = FileChannel.open(path.resolve("lock"), CREATE, WRITE);
    try {
      if (tryLock(lockFile) == null) throw new IOException("another process has this log open");
      return new LogDirectory(path.toAbsolutePath(), lockFile, keys, clock);
    } catch (IOException | RuntimeException e) {
      lockFile.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      throw new IOException("this process has this log open already", e);
    }
  }

  private static Checkpoint check(byte[] bytes, LogKeys keys) throws IOException {
    try {
      SignedNote note = SignedNote.parse(Strict.utf8(bytes));
      if (note.verifiedBy(List.of(keys.log().verifierKey())).isEmpty()) {
        throw new DamagedLogException("the checkpoint is not signed with this log's key");
      }
      Checkpoint head = Checkpoint.parse(note.text());
      if (head.origin().equals(keys.origin())) return head;
      throw new DamagedLogException("the checkpoint is of another log");
    } catch (MalformedException | BadSignatureException e) {
      throw new DamagedLogException("the checkpoint is damaged: " + e.getMessage());
    }
  }

  /** Goes through all tiles, on all cores, and makes the leaves findable. */
  private Frontier load(long size, boolean fromEntries) throws IOException {
    long full = size / TilePath.FULL;
    try {
      for (long begin = 0; begin < full; begin += AT_ONCE) {
        List<Hash> roots =
            LongStream.range(begin, Math.min(begin + AT_ONCE, full))
                .parallel()
                .mapToObj(number -> tile(number, fromEntries))
                .toList();
        for (Hash root : roots) tiles.appendTile(root);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    int rest = (int) (size % TilePath.FULL);
    if (rest > 0) {
      for (byte[] leaf : bundles.leaves(full, rest)) {
        Hash hash = Hash.leaf(leaf);
        index.add(hash, tiles.size());
        tiles.append(hash);
      }
    }
    return tiles.frontier();
  }

  /** The root over a full tile, whose hashes are in its file afterwards. */
  private Hash tile(long number, boolean fromEntries) {
    try {
      bundles.requireFull(number);
      Optional<byte[]> stored = fromEntries ? Optional.empty() : tiles.stored(number);
      byte[] hashes = stored.isPresent() ? stored.get() : hashes(number);
      if (stored.isEmpty()) tiles.store(TilePath.full(0, number), hashes);
      for (int i = 0; i < TilePath.FULL; i++) index.add(hashes, i, number * TilePath.FULL + i);
      return HashTiles.root(hashes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] hashes(long number) throws IOException {
    var hashes = new ByteArrayOutputStream(TilePath.FULL * Hash.LENGTH);
    for (byte[] leaf : bundles.leaves(number, TilePath.FULL)) {
      hashes.writeBytes(Hash.leaf(leaf).bytes());
    }
    return hashes.toByteArray();
  }

  /** The right edge of the tree as it was opened. */
  Frontier frontier() {
    return frontier;
  }

  /** The checkpoint as it was opened. */
  String checkpoint() {
    return checkpoint;
  }

  /** Writes leaves; they are not durable, and do not count, before {@link #commit}. */
  void append(List<byte[]> leaves, List<Hash> hashes) throws IOException {
    bundles.append(leaves);
    for (Hash hash : hashes) tiles.append(hash);
  }

  /**
   * Makes all that was appended durable, then the checkpoint over it the one that counts, and the
   * new leaves findable. The disk writes entries and checkpoint at the same time.
   */
  void commit(byte[] note, List<Hash> hashes) throws IOException {
    Future<Path> draft = writers.submit(() -> Durable.draft(checkpointFile, note));
    bundles.force();
    Durable.settle(done(draft), checkpointFile);
    long first = tiles.size() - hashes.size();
    for (int i = 0; i < hashes.size(); i++) index.add(hashes.get(i), first + i);
  }

  /** What a writer made, or what kept it from making it. */
  static <T> T done(Future<T> writing) throws IOException {
    try {
      return writing.get();
    } catch (ExecutionException e) {
      throw new IOException("the log could not be written: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the log is written", e);
    }
  }

  /** The leaf at an index, compared with the tree. */
  byte[] leaf(long at) throws IOException {
    byte[] leaf = bundles.leaf(at);
    if (Hash.leaf(leaf).equals(tiles.at(0, at))) return leaf;
    throw new DamagedLogException("entry " + at + " is not the one in the tree");
  }

  OptionalLong indexOf(Hash leaf) throws IOException {
    return index.find(leaf);
  }

  Subtrees subtrees() {
    return tiles;
  }

  byte[] tile(TilePath tile) throws IOException {
    return tile.level() == TilePath.ENTRIES
        ? bundles.bundle(tile.number(), tile.width())
        : tiles.tile(tile);
  }

  @Override
  public void close() throws IOException {
    writers.close();
    bundles.close();
    lockFile.close();
  }
}
