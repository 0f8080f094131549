package org.smartcorrection.ledger.register;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.register.CaseHeads.Standing;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Judges registers as {@link CaseHeads} does, for a log of many millions of cases: the latest
 * entries lie in files beside it, those of the last hundred thousand in memory. Nothing is read
 * before the first register is to be judged, so that a log opens at once. Not safe for use by
 * several threads.
 */
public final class KeptHeads implements Closeable {
  private final Log log;
  private final int span;
  private final int window;
  private final HeadRuns runs;
  // from the end of the runs on
  private final List<HeadRow> latest = new ArrayList<>();
  private final Map<String, Long> registers = new HashMap<>();

  /** The log that is followed. */
  public interface Log {
    /** The root over its first entries. */
    Hash root(long size) throws IOException;

    /** Leaves from an index on, one or more. */
    List<byte[]> leaves(long from) throws IOException;
  }

  /**
   * The heads of a log.
   *
   * @param folder for their files, which need not be there
   * @param size of the log now
   */
  public KeptHeads(Path folder, long size, Log log) throws IOException {
    this(folder, size, log, RegisterEntry.MOST_BEHIND, RegisterEntry.MOST_BEHIND);
  }

  /**
   * With other lengths than usual.
   *
   * @param span of entries in the shortest file
   * @param window how far back a register may lie
   */
  KeptHeads(Path folder, long size, Log log, int span, int window) throws IOException {
    this.log = log;
    this.span = span;
    this.window = window;
    this.runs = new HeadRuns(folder, size - window, log);
  }

  /** How many entries were followed. */
  private long followed() {
    return runs.end() + latest.size();
  }

  /** Takes the entry that was appended at an index, if all before it were taken. */
  public void append(long index, Hash leaf, Entry entry) throws IOException {
    try {
      if (index == followed()) take(leaf, entry);
      else if (index - runs.end() >= 2L * (span + window)) follow(index + 1);
    } catch (HeadRun.DamagedException _) {
      // all of it follows from the entries, and is read again when it is needed
      forget();
    }
  }

  /**
   * What a register is that would stand at the end of the log.
   *
   * @param size of the log
   */
  public Standing judge(Entry entry, long size) throws IOException {
    RegisterEntry stated;
    try {
      stated = RegisterEntry.read(entry);
    } catch (MalformedException _) {
      return Standing.FALSE;
    }
    if (stated.size() > size) return Standing.FALSE;
    if (size - stated.size() > window) return Standing.STALE;
    try {
      return judge(stated, entry.agency(), size);
    } catch (HeadRun.DamagedException _) {
      // all of it follows from the entries
      forget();
      return judge(stated, entry.agency(), size);
    }
  }

  private Standing judge(RegisterEntry stated, String agency, long size) throws IOException {
    follow(size);
    Long last = registers.get(agency);
    if (last != null && stated.size() <= last) return Standing.STALE;
    return at(stated.size()).equals(stated) ? Standing.TRUE : Standing.FALSE;
  }

  /** The true register over the first entries. */
  private RegisterEntry at(long size) throws IOException {
    var newer = new TreeSet<HeadRow>();
    int count = (int) (size - runs.end());
    newer.addAll(latest.subList(0, count).reversed());
    newer.remove(HeadRow.NONE);
    var tree = new Frontier();
    try (var rows = MergedRows.of(runs.all(), newer.iterator())) {
      for (HeadRow row = rows.next(); row != null; row = rows.next()) tree.append(row.hash());
    }
    return new RegisterEntry(size, tree.size(), tree.root());
  }

  private void forget() throws IOException {
    runs.clear();
    latest.clear();
    registers.clear();
  }

  /** Reads from the log what was not followed as it was appended. */
  private void follow(long size) throws IOException {
    while (followed() < size) {
      for (byte[] leaf : log.leaves(followed())) {
        if (followed() == size) break;
        Entry entry = null;
        try {
          entry = SignedEntry.parse(leaf).entry();
        } catch (MalformedException _) {
          // it has its place, and no case
        }
        take(Hash.leaf(leaf), entry);
      }
      if (latest.size() > 4L * (span + window)) settle(true);
    }
  }

  private void take(Hash leaf, @Nullable Entry entry) throws IOException {
    long index = followed();
    if (entry != null && entry.type().equals(RegisterEntry.TYPE))
      registers.put(entry.agency(), index);
    latest.add(entry == null ? HeadRow.NONE : HeadRow.of(entry, leaf));
    settle(false);
  }

  /** Waits until all that is old enough is written. */
  void finish() throws IOException {
    do settle(true);
    while (runs.isBusy());
  }

  /** Takes over what was written meanwhile, and has written what is old enough. */
  private void settle(boolean wait) throws IOException {
    long before = runs.end();
    runs.settle(wait);
    if (runs.end() > before) latest.subList(0, (int) (runs.end() - before)).clear();
    if (runs.isBusy() || latest.size() < span + window) return;
    // no register speaks of fewer entries than these any more
    var rows = new TreeSet<>(latest.subList(0, span).reversed());
    rows.remove(HeadRow.NONE);
    long to = runs.end() + span;
    runs.write(to, log.root(to), rows);
  }

  @Override
  public void close() {
    runs.close();
  }
}
