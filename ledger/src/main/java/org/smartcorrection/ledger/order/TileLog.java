package org.smartcorrection.ledger.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.register.KeptHeads;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.tree.ConsistencyProof;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.InclusionProof;
import org.smartcorrection.ledger.tree.Subtrees;

/**
 * A log in one directory, in the layout of C2SP tlog-tiles, whoever decided on the order of its
 * entries. The file {@code checkpoint} is the commit: entries are forced to disk, then the
 * checkpoint over them, and only then may anything be acknowledged. What a crash leaves behind the
 * checkpoint was promised to nobody and is dropped on opening. Many threads may read while one
 * appends.
 */
public final class TileLog implements Closeable {
  private final LogKeys keys;
  private final Clock clock;
  private final Path path;
  private volatile LogDirectory directory;
  private Frontier frontier;
  private final KeptHeads heads;
  private volatile Head head;
  private boolean failed;

  /** What was last persisted and may be given out. */
  private record Head(long size, String note) {}

  private TileLog(Path path, LogKeys keys, Clock clock) throws IOException {
    this.path = path;
    this.keys = keys;
    this.clock = clock;
    this.directory = LogDirectory.open(path, keys, clock);
    this.frontier = directory.frontier();
    this.head = new Head(frontier.size(), directory.checkpoint());
    try {
      this.heads = new KeptHeads(path.resolve("heads"), frontier.size(), asLog());
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private KeptHeads.Log asLog() {
    return new KeptHeads.Log() {
      @Override
      public Hash root(long size) throws IOException {
        return TileLog.this.root(size);
      }

      @Override
      public List<byte[]> leaves(long from) throws IOException {
        return TileLog.this.leaves(from);
      }
    };
  }

  /**
   * Opens the log in a directory, or begins one.
   *
   * @throws DamagedLogException if the files are not what the last checkpoint says
   * @throws IOException if another process has the log open, or the directory cannot be used
   */
  public static TileLog open(Path path, LogKeys keys, Clock clock) throws IOException {
    return new TileLog(path, keys, clock);
  }

  /** The name of the log. */
  public String origin() {
    return keys.origin();
  }

  /** The end of its origin, which names its folder and the first part of its address. */
  public String name() {
    return name(origin());
  }

  /** The end of an origin. */
  public static String name(String origin) {
    return origin.substring(origin.lastIndexOf('/') + 1);
  }

  /**
   * Adds entries that are not in the log yet, and signs the head over them. They are durable when
   * this returns.
   *
   * @throws IOException if they could not be written; then nothing can be added before {@link
   *     #recover}, because nobody knows what the disk holds
   */
  public synchronized void append(List<SignedEntry> entries) throws IOException {
    if (failed) throw new IOException("a write failed before");
    if (entries.isEmpty()) return;
    var leaves = new ArrayList<byte[]>();
    var hashes = new ArrayList<Hash>();
    for (SignedEntry entry : entries) {
      leaves.add(entry.leaf());
      hashes.add(entry.leafHash());
    }
    failed = true;
    directory.append(leaves, hashes);
    hashes.forEach(frontier::append);
    byte[] note = keys.checkpoint(frontier.size(), frontier.root(), clock);
    directory.commit(note, hashes);
    head = new Head(frontier.size(), new String(note, UTF_8));
    failed = false;
    long index = frontier.size() - entries.size();
    for (int i = 0; i < hashes.size(); i++) {
      heads.append(index + i, hashes.get(i), entries.get(i).entry());
    }
  }

  /**
   * Why a register must not be the next entry: it does not follow from those that stand here. Empty
   * for a true one, and for every entry that is none.
   */
  public synchronized Optional<String> refusal(SignedEntry signed) throws IOException {
    Entry entry = signed.entry();
    if (!RegisterEntry.isOne(entry)) return Optional.empty();
    return switch (heads.judge(entry, size())) {
      case NO_REGISTER, TRUE -> Optional.empty();
      case FALSE -> Optional.of("the register is false: other entries of cases are the latest");
      case STALE -> Optional.of("the register leaves out what it has to speak of");
    };
  }

  /**
   * After a write that failed, opens the log again as its last durable head says; it may have more
   * entries than before. To be called before it is asked where entries are to go.
   */
  public synchronized void recover() throws IOException {
    if (!failed) return;
    directory.close();
    directory = LogDirectory.open(path, keys, clock);
    frontier = directory.frontier();
    head = new Head(frontier.size(), directory.checkpoint());
    failed = false;
  }

  /**
   * Refuses entries one of which must not stand here; looks at signatures on all cores.
   *
   * @param agencies whose entries are taken
   */
  public void checkAll(List<SignedEntry> entries, Agencies agencies)
      throws IOException, EntryRefusedException {
    for (SignedEntry entry : entries) {
      if (entry.entry().origin().equals(origin())) continue;
      throw new EntryRefusedException("the entry is for another log");
    }
    for (SignedEntry entry : entries) {
      if (RegisterEntry.isOne(entry.entry()) && !agencies.registers(entry.entry().agency()))
        throw new EntryRefusedException("the entry's agency keeps no registers");
    }
    boolean signed = entries.parallelStream().allMatch(agencies::isSigned);
    for (SignedEntry entry : entries) {
      // what stands there already keeps its place, though its key counts no more by now
      if (signed && agencies.counts(entry, indexOf(entry.leafHash()).orElse(size()))) continue;
      throw new EntryRefusedException(
          "the entry is not signed by a key of its agency that still counts");
    }
  }

  /** Number of entries that are durable and under the checkpoint. */
  public long size() {
    return head.size();
  }

  /** The last checkpoint: a signed note with the log's signature and the agency's cosignature. */
  public String checkpoint() {
    return head.note();
  }

  /** The entry at an index. */
  public SignedEntry entry(long index) throws IOException {
    Objects.checkIndex(index, size());
    byte[] leaf = directory.leaf(index);
    try {
      return SignedEntry.parse(leaf);
    } catch (MalformedException e) {
      throw new DamagedLogException("entry " + index + " is not an entry: " + e.getMessage());
    }
  }

  /** The leaves from an index on, up to the end of their bundle, as they lie there. */
  public List<byte[]> leaves(long from) throws IOException {
    long size = size();
    Objects.checkIndex(from, size);
    long bundle = from / TilePath.FULL;
    int width = (int) Math.min(TilePath.FULL, size - bundle * TilePath.FULL);
    return directory.leaves(bundle, width).subList((int) (from % TilePath.FULL), width);
  }

  /** The index of the entry whose leaf has this hash. */
  public OptionalLong indexOf(Hash leafHash) throws IOException {
    OptionalLong index = directory.indexOf(leafHash);
    return index.isPresent() && index.getAsLong() < size() ? index : OptionalLong.empty();
  }

  /** The root that the tree had at a size up to the present one. */
  public Hash root(long size) throws IOException {
    Objects.checkFromToIndex(0, size, size());
    return directory.subtrees().over(0, size);
  }

  /** The tree up to the present size, for proofs; not to be asked beyond it. */
  public Subtrees subtrees() {
    return directory.subtrees();
  }

  /** A copy of the right edge of the tree. */
  public synchronized Frontier frontier() {
    return new Frontier(frontier.size(), frontier.peaks());
  }

  /** Proof that an entry is in the tree of a size up to the present one. */
  public InclusionProof inclusion(long index, long size) throws IOException {
    Objects.checkFromToIndex(0, size, size());
    return InclusionProof.from(directory.subtrees(), index, size);
  }

  /** Proof that the tree of one size extends that of a smaller one. */
  public ConsistencyProof consistency(long first, long second) throws IOException {
    Objects.checkFromToIndex(first, second, size());
    return ConsistencyProof.from(directory.subtrees(), first, second);
  }

  /** A tile of the open layout, if the log has come that far. */
  public Optional<byte[]> tile(TilePath tile) throws IOException {
    long size = size();
    boolean entries = tile.level() == TilePath.ENTRIES;
    long there = entries ? size : tile.level() > 7 ? 0 : size >>> (8 * tile.level());
    return tile.end() > there ? Optional.empty() : Optional.of(directory.tile(tile));
  }

  @Override
  public synchronized void close() throws IOException {
    heads.close();
    directory.close();
  }
}
