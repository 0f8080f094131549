package org.smartcorrection.ledger.order;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The ordering of an agency on its own: entries stand in its log as they come. Entries submitted by
 * several threads at once share one commit.
 */
public final class SoloLog implements Ordering, Closeable {
  private final TileLog log;
  private final Agencies agencies;
  private final GroupCommit<SignedEntry, Answer> commits = new GroupCommit<>(this::commit);

  /**
   * What becomes of an entry.
   *
   * @param index its place
   * @param refused why it gets none; {@code null} if it has one
   */
  private record Answer(long index, @Nullable String refused) {}

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
    var positions = new ArrayList<Position>();
    for (Answer answer : commits.submit(entries)) {
      if (answer.refused() != null) throw new EntryRefusedException(answer.refused());
      positions.add(new Position(answer.index()));
    }
    return positions;
  }

  /** Takes the entries of all who wait; called by one thread at a time. */
  private List<Answer> commit(List<SignedEntry> entries) throws IOException {
    log.recover();
    var answers = new ArrayList<Answer>();
    var fresh = new LinkedHashMap<Hash, SignedEntry>();
    var places = new HashMap<Hash, Answer>();
    for (SignedEntry entry : entries) {
      Hash leaf = entry.leafHash();
      OptionalLong known = log.indexOf(leaf);
      if (known.isPresent()) {
        answers.add(new Answer(known.getAsLong(), null));
        continue;
      }
      Answer answer = places.get(leaf);
      if (answer == null) {
        answer = place(entry, fresh);
        if (answer.refused() == null) fresh.put(leaf, entry);
        places.put(leaf, answer);
      }
      answers.add(answer);
    }
    log.append(List.copyOf(fresh.values()));
    return answers;
  }

  /** A register is judged by all that stands before it. */
  private Answer place(SignedEntry entry, Map<Hash, SignedEntry> fresh) throws IOException {
    if (!RegisterEntry.isOne(entry.entry())) return new Answer(log.size() + fresh.size(), null);
    log.append(List.copyOf(fresh.values()));
    fresh.clear();
    return new Answer(log.size(), log.refusal(entry).orElse(null));
  }

  @Override
  public void close() throws IOException {
    commits.close();
    log.close();
  }
}
