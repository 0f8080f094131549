package org.smartcorrection.ledger.order;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The ordering of an agency on its own: entries stand in its log as they come. Entries submitted by
 * several threads at once share one commit.
 */
public final class SoloLog implements Ordering, Closeable {
  private final TileLog log;
  private final Agencies agencies;
  private final GroupCommit<SignedEntry, Position> commits = new GroupCommit<>(this::commit);

  /**
   * Orders into a log.
   *
   * @param log closed together with this
   * @param agencies whose entries are taken
   */
  public SoloLog(TileLog log, Agencies agencies) {
    this.log = log;
    this.agencies = agencies;
  }

  /** Opens the log in a directory, or begins one; see {@link TileLog#open}. */
  public static SoloLog open(Path path, LogKeys keys, Agencies agencies, Clock clock)
      throws IOException {
    return new SoloLog(TileLog.open(path, keys, clock), agencies);
  }

  /** The log, for those who read. */
  public TileLog log() {
    return log;
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    log.checkAll(entries, agencies);
    return commits.submit(entries);
  }

  /** Takes the entries of all who wait; called by one thread at a time. */
  private List<Position> commit(List<SignedEntry> entries) throws IOException {
    log.recover();
    long size = log.size();
    var positions = new ArrayList<Position>();
    var fresh = new HashMap<Hash, Position>();
    var appended = new ArrayList<SignedEntry>();
    for (SignedEntry entry : entries) {
      Hash leaf = entry.leafHash();
      OptionalLong known = log.indexOf(leaf);
      if (known.isPresent()) {
        positions.add(new Position(known.getAsLong()));
        continue;
      }
      Position position = fresh.get(leaf);
      if (position == null) {
        position = new Position(size + appended.size());
        fresh.put(leaf, position);
        appended.add(entry);
      }
      positions.add(position);
    }
    log.append(appended);
    return positions;
  }

  @Override
  public void close() throws IOException {
    commits.close();
    log.close();
  }
}
