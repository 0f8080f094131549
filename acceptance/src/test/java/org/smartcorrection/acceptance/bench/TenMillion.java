package org.smartcorrection.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.order.EntryBundle;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.order.TilePath;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;

/**
 * A log of ten million entries, and the node that has it. The bundles are written as they stand in
 * any log, with signatures that nobody made, and a head over them; opening the log makes its tree.
 * It is made for the first row that wants it and removed after the last. A folder in which one was
 * made before can be named with {@code -Dsmartcorrection.bench.millions}; it stays.
 */
final class TenMillion implements AutoCloseable {
  /** Full tiles alone: their roots give the root of the tree. */
  static final long SIZE = 39_063L * TilePath.FULL;

  private static final int AT_ONCE = 512;
  private static final double NANOS = 1e9;
  private static final String NUMBER = "c-0000000000";

  private final @Nullable String made = System.getProperty("smartcorrection.bench.millions");
  private @Nullable Scratch scratch;

  /** The folder with the configuration of a node that has the log. */
  Path node() throws IOException {
    Path folder = made == null ? scratch() : Files.createDirectories(Path.of(made));
    if (Files.exists(folder.resolve("node.properties"))) return folder;
    long begun = System.nanoTime();
    fill(log(folder));
    long filled = System.nanoTime();
    TileLog.open(log(folder), LedgerSite.KEYS, Clock.systemUTC()).close();
    System.out.printf(
        "         %,d entries: written in %.0f s, tree made of them in %.0f s%n",
        SIZE, (filled - begun) / NANOS, (System.nanoTime() - filled) / NANOS);
    LedgerSite.node(folder);
    return folder;
  }

  private Path scratch() throws IOException {
    Scratch there = scratch;
    if (there == null) {
      there = Scratch.make();
      scratch = there;
    }
    return there.folder();
  }

  static Path log(Path node) {
    return node.resolve("data").resolve("correction");
  }

  private static void fill(Path log) throws IOException {
    byte[] entry = LedgerSite.small().leaf();
    int at = new String(entry, UTF_8).indexOf(NUMBER) + "c-".length();
    var tree = new Frontier();
    for (long begin = 0; begin < SIZE / TilePath.FULL; begin += AT_ONCE) {
      LongStream.range(begin, Math.min(begin + AT_ONCE, SIZE / TilePath.FULL))
          .parallel()
          .mapToObj(bundle -> bundle(log, bundle, entry, at))
          .toList()
          .forEach(tree::append);
    }
    var head = new Checkpoint(LedgerSite.ORIGIN, SIZE, tree.root());
    var signed =
        new SignedNote(head.text(), List.of(NoteSignature.sign(head.text(), LedgerSite.LOG)));
    Files.writeString(log.resolve("checkpoint"), signed.toString());
  }

  /** Writes a bundle and computes the root over its leaves. */
  private static Hash bundle(Path log, long number, byte[] entry, int at) {
    var leaves = new ArrayList<byte[]>();
    var tree = new Frontier();
    for (int i = 0; i < TilePath.FULL; i++) {
      byte[] leaf = entry.clone();
      long rest = number * TilePath.FULL + i;
      for (int digit = at + NUMBER.length() - 3; rest > 0; digit--, rest /= 10)
        leaf[digit] = (byte) ('0' + rest % 10);
      leaves.add(leaf);
      tree.append(Hash.leaf(leaf));
    }
    Path file = log.resolve(new TilePath(TilePath.ENTRIES, number, TilePath.FULL).toString());
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, EntryBundle.encode(leaves));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree.root();
  }

  @Override
  public void close() throws IOException {
    if (scratch != null) scratch.close();
    scratch = null;
  }
}
