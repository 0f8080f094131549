package org.smartcorrection.ledger.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.DisclosedEntry;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.proof.ProofFile;
import org.smartcorrection.ledger.tree.ConsistencyProof;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.InclusionProof;
import org.smartcorrection.ledger.tree.Inclusions;

/**
 * The log of one agency in one directory, in the layout of C2SP tlog-tiles, and the ordering of an
 * installation on its own. The file {@code checkpoint} is the commit: entries are forced to disk,
 * then the checkpoint over them, and only then is anything acknowledged. What a crash leaves behind
 * the checkpoint was promised to nobody and is dropped on opening. Entries submitted by several
 * threads at once share one commit.
 */
public final class SoloLog implements Ordering, Closeable {
  private final LogKeys keys;
  private final Agencies agencies;
  private final Clock clock;
  private final LogDirectory directory;
  private final Frontier frontier;
  private final GroupCommit<SignedEntry, Position> commits = new GroupCommit<>(this::commit);

  private volatile Head head;
  private boolean failed;

  /** What was last persisted and may be given out. */
  private record Head(long size, String note) {}

  private SoloLog(LogKeys keys, Agencies agencies, Clock clock, LogDirectory directory) {
    this.keys = keys;
    this.agencies = agencies;
    this.clock = clock;
    this.directory = directory;
    this.frontier = directory.frontier();
    this.head = new Head(frontier.size(), directory.checkpoint());
  }

  /**
   * Opens the log in a directory, or begins one.
   *
   * @param agencies whose entries are taken
   * @throws DamagedLogException if the files are not what the last checkpoint says
   * @throws IOException if another process has the log open, or the directory cannot be used
   */
  public static SoloLog open(Path path, LogKeys keys, Agencies agencies, Clock clock)
      throws IOException {
    return new SoloLog(keys, agencies, clock, LogDirectory.open(path, keys, clock));
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    for (SignedEntry entry : entries) {
      if (!entry.entry().origin().equals(keys.origin())) {
        throw new EntryRefusedException("the entry is for another log");
      }
      // what stands there already keeps its place, though its key counts no more by now
      if (!agencies.allow(entry, indexOf(entry.leafHash()).orElse(size()))) {
        throw new EntryRefusedException(
            "the entry is not signed by a key of its agency that still counts");
      }
    }
    return commits.submit(entries);
  }

  /** Takes the entries of all who wait; called by one thread at a time. */
  private List<Position> commit(List<SignedEntry> entries) throws IOException {
    if (failed) throw new IOException("a write failed before; the log must be opened again");
    var positions = new ArrayList<Position>();
    var fresh = new HashMap<Hash, Position>();
    var hashes = new ArrayList<Hash>();
    var leaves = new ArrayList<byte[]>();
    for (SignedEntry entry : entries) {
      Hash leaf = entry.leafHash();
      OptionalLong known = directory.indexOf(leaf);
      if (known.isPresent()) {
        positions.add(new Position(known.getAsLong()));
        continue;
      }
      Position position = fresh.get(leaf);
      if (position == null) {
        position = new Position(frontier.size() + leaves.size());
        fresh.put(leaf, position);
        hashes.add(leaf);
        leaves.add(entry.leaf());
      }
      positions.add(position);
    }
    if (!leaves.isEmpty()) write(leaves, hashes);
    return positions;
  }

  private void write(List<byte[]> leaves, List<Hash> hashes) throws IOException {
    // after a failed write nobody knows what the disk holds: only opening finds out
    failed = true;
    directory.append(leaves, hashes);
    hashes.forEach(frontier::append);
    byte[] note = keys.checkpoint(frontier.size(), frontier.root(), clock);
    directory.commit(note, hashes);
    head = new Head(frontier.size(), new String(note, UTF_8));
    failed = false;
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

  /** The index of the entry whose leaf has this hash. */
  public OptionalLong indexOf(Hash leafHash) throws IOException {
    OptionalLong index = directory.indexOf(leafHash);
    return index.isPresent() && index.getAsLong() < size() ? index : OptionalLong.empty();
  }

  /** Proof that an entry is in the tree of a size up to the present one. */
  public InclusionProof inclusion(long index, long size) throws IOException {
    Objects.checkFromToIndex(0, size, size());
    return InclusionProof.from(directory.subtrees(), index, size);
  }

  /** Proof that several entries, by ascending index, are in the tree of a size. */
  public Inclusions inclusions(List<Long> indexes, long size) throws IOException {
    Objects.checkFromToIndex(0, size, size());
    return Inclusions.from(directory.subtrees(), indexes, size);
  }

  /** Proof that the tree of one size extends that of a smaller one. */
  public ConsistencyProof consistency(long first, long second) throws IOException {
    Objects.checkFromToIndex(first, second, size());
    return ConsistencyProof.from(directory.subtrees(), first, second);
  }

  /**
   * The proof file of an entry under the last checkpoint, telling what the disclosures tell.
   *
   * @throws IllegalArgumentException if a disclosure opens no commitment of the entry
   */
  public ProofFile proofFile(long index, List<Disclosure> disclosures) throws IOException {
    Head now = head;
    Objects.checkIndex(index, now.size());
    var disclosed = new DisclosedEntry(entry(index), disclosures);
    if (!disclosed.falseNames().isEmpty()) {
      throw new IllegalArgumentException("no such commitment: " + disclosed.falseNames());
    }
    return ProofFile.of(disclosed, inclusion(index, now.size()), now.note());
  }

  /** A tile of the open layout, if the log has come that far. */
  public Optional<byte[]> tile(TilePath tile) throws IOException {
    long size = size();
    boolean entries = tile.level() == TilePath.ENTRIES;
    long there = entries ? size : tile.level() > 7 ? 0 : size >>> (8 * tile.level());
    return tile.end() > there ? Optional.empty() : Optional.of(directory.tile(tile));
  }

  @Override
  public void close() throws IOException {
    commits.close();
    directory.close();
  }
}
