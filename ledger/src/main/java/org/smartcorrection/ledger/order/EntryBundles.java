package org.smartcorrection.ledger.order;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.Durable;

/**
 * The leaves of a log in bundles of 256, each leaf after its length in 16 bits (C2SP tlog-tiles).
 * The last bundle grows in a file of its own, {@code NNN.part}, which gets its final name when it
 * is full: a bundle is only ever appended to, so the part is what every partial bundle begins with.
 */
final class EntryBundles implements Closeable {
  private static final String PART = ".part";

  private static final int MOST_OPEN = 64;

  private final Path root;
  private final ExecutorService writers;
  private final List<Filled> filled = new ArrayList<>();
  private final Set<Path> renamed = new HashSet<>();
  private long size;
  private @Nullable FileChannel growing;

  /** A bundle that is full and has neither its last name yet nor is it durable. */
  private record Filled(long number, FileChannel channel) {}

  private EntryBundles(Path root, ExecutorService writers, long size) {
    this.root = root;
    this.writers = writers;
    this.size = size;
  }

  /**
   * Opens the bundles and drops what is after the first {@code size} leaves: never acknowledged.
   *
   * @param writers wait for the disk, several at a time
   */
  static EntryBundles open(Path root, ExecutorService writers, long size) throws IOException {
    var bundles = new EntryBundles(root, writers, size);
    long last = size / TilePath.FULL;
    int kept = (int) (size % TilePath.FULL);
    for (long next = kept == 0 ? last : last + 1; bundles.delete(next); ) next++;
    if (kept > 0) bundles.cutBack(last, kept);
    return bundles;
  }

  private boolean delete(long bundle) throws IOException {
    boolean hadPart = Files.deleteIfExists(part(bundle));
    return Files.deleteIfExists(full(bundle)) || hadPart;
  }

  private void cutBack(long bundle, int kept) throws IOException {
    byte[] content = read(bundle);
    int length = prefix(bundle, content, kept);
    if (Files.exists(full(bundle))) Files.move(full(bundle), part(bundle));
    growing = FileChannel.open(part(bundle), WRITE);
    growing.truncate(length).position(length);
  }

  /** Adds leaves; they are not durable before {@link #force}. */
  void append(List<byte[]> leaves) throws IOException {
    var block = new ByteArrayOutputStream();
    for (byte[] leaf : leaves) {
      EntryBundle.append(block, leaf);
      size++;
      if (size % TilePath.FULL == 0) {
        long bundle = size / TilePath.FULL - 1;
        filled.add(new Filled(bundle, write(bundle, block)));
        growing = null;
        if (filled.size() == MOST_OPEN) force();
      }
    }
    if (block.size() > 0) write(size / TilePath.FULL, block);
  }

  private FileChannel write(long bundle, ByteArrayOutputStream block) throws IOException {
    FileChannel channel = growing;
    if (channel == null) {
      Path part = part(bundle);
      Durable.makeDirectories(part.getParent());
      // a crash may have left one that was never acknowledged
      Files.deleteIfExists(full(bundle));
      channel = FileChannel.open(part, CREATE, TRUNCATE_EXISTING, WRITE);
      renamed.add(part.getParent());
      growing = channel;
    }
    Durable.write(channel, ByteBuffer.wrap(block.toByteArray()));
    block.reset();
    return channel;
  }

  /** Makes durable what was appended: the content of all bundles at once, then their names. */
  void force() throws IOException {
    var writing = new ArrayList<Future<?>>();
    for (Filled bundle : filled) writing.add(writers.submit(() -> finish(bundle)));
    FileChannel rest = growing;
    if (rest != null) rest.force(false);
    for (Future<?> one : writing) LogDirectory.done(one);
    for (Filled bundle : filled) {
      Path full = full(bundle.number());
      Files.move(part(bundle.number()), full);
      renamed.add(full.getParent());
    }
    filled.clear();
    for (Path directory : renamed) Durable.forceNames(directory);
    renamed.clear();
  }

  private static @Nullable Void finish(Filled bundle) throws IOException {
    try (var channel = bundle.channel()) {
      channel.force(false);
    }
    return null;
  }

  /** Refuses to go on if the file of a full bundle is gone. */
  void requireFull(long bundle) throws DamagedLogException {
    if (Files.exists(full(bundle))) return;
    throw new DamagedLogException("the entries are missing: " + name(bundle));
  }

  /** The leaf at an index below the size. */
  byte[] leaf(long index) throws IOException {
    long bundle = index / TilePath.FULL;
    byte[] content = read(bundle);
    int place = (int) (index % TilePath.FULL);
    int begin = prefix(bundle, content, place);
    int end = prefix(bundle, content, place + 1);
    return Arrays.copyOfRange(content, begin + Short.BYTES, end);
  }

  /** The first leaves of a bundle. */
  List<byte[]> leaves(long bundle, int count) throws IOException {
    var content = ByteBuffer.wrap(read(bundle));
    content.limit(prefix(bundle, content.array(), count));
    var leaves = new ArrayList<byte[]>();
    while (content.hasRemaining()) {
      byte[] leaf = new byte[Short.toUnsignedInt(content.getShort())];
      content.get(leaf);
      leaves.add(leaf);
    }
    return leaves;
  }

  /** The bytes of a bundle that has only its first entries. */
  byte[] bundle(long bundle, int count) throws IOException {
    byte[] content = read(bundle);
    return Arrays.copyOf(content, prefix(bundle, content, count));
  }

  private byte[] read(long bundle) throws IOException {
    // a part can get its final name between two looks, but only once
    for (Path file : List.of(full(bundle), part(bundle), full(bundle))) {
      if (Files.exists(file)) return Files.readAllBytes(file);
    }
    throw new DamagedLogException("the entries are missing: " + name(bundle));
  }

  /** Number of bytes that the first {@code count} leaves take. */
  private int prefix(long bundle, byte[] content, int count) throws DamagedLogException {
    var buffer = ByteBuffer.wrap(content);
    for (int i = 0; i < count; i++) {
      int end = buffer.position() + Short.BYTES;
      if (end <= content.length) end += Short.toUnsignedInt(buffer.getShort());
      if (end > content.length) {
        throw new DamagedLogException("entries are missing at the end of " + name(bundle));
      }
      buffer.position(end);
    }
    return buffer.position();
  }

  private static String name(long bundle) {
    return TilePath.full(TilePath.ENTRIES, bundle).toString();
  }

  private Path full(long bundle) {
    return root.resolve(name(bundle));
  }

  private Path part(long bundle) {
    return root.resolve(name(bundle) + PART);
  }

  @Override
  public void close() throws IOException {
    for (Filled bundle : filled) bundle.channel().close();
    if (growing != null) growing.close();
    growing = null;
  }
}
