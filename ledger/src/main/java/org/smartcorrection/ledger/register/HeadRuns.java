package org.smartcorrection.ledger.register;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.Durable;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The files of {@link KeptHeads}: runs that together cover the log up to a place. Four of one
 * length become one of four times that length, on a thread of their own, so that whoever appends
 * waits for none of it, and there are never many. Not safe for use by several threads.
 */
final class HeadRuns implements Closeable {
  private static final int MERGED = 4;

  private final Path folder;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("case-heads").daemon().factory());
  private List<HeadRun> runs = new ArrayList<>();
  private @Nullable Future<HeadRun> writing;

  /**
   * The runs in a folder, as far as they are of this log.
   *
   * @param most how much of the log they may cover
   */
  HeadRuns(Path folder, long most, KeptHeads.Log log) throws IOException {
    this.folder = folder;
    if (!Files.isDirectory(folder)) return;
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.toList();
    }
    var known = new ArrayList<HeadRun>();
    for (Path file : files) HeadRun.open(file).ifPresent(known::add);
    known.sort(
        Comparator.comparingLong(HeadRun::from)
            .thenComparing(HeadRun::to, Comparator.reverseOrder()));
    for (HeadRun run : known) {
      if (run.from() == end() && run.to() <= most && log.root(run.to()).equals(run.root()))
        runs.add(run);
    }
    for (Path file : files)
      if (runs.stream().noneMatch(run -> run.file().equals(file))) Files.delete(file);
  }

  /** How many entries of the log they cover. */
  long end() {
    return runs.isEmpty() ? 0 : runs.getLast().to();
  }

  /** The oldest first. */
  List<HeadRun> all() {
    return runs;
  }

  boolean isBusy() {
    return writing != null;
  }

  /** Begins to write a run that follows the others. */
  void write(long to, Hash root, SortedSet<HeadRow> rows) throws IOException {
    Durable.makeDirectories(folder.toAbsolutePath());
    long from = end();
    writing =
        worker.submit(() -> HeadRun.write(folder, from, to, root, MergedRows.of(rows.iterator())));
  }

  /**
   * Takes what was written, if anything was, and begins to merge what is to be merged.
   *
   * @param wait for what is being written
   */
  void settle(boolean wait) throws IOException {
    Future<HeadRun> now = writing;
    if (now != null && (wait || now.isDone())) {
      writing = null;
      install(done(now));
    }
    if (writing == null) mergeable().ifPresent(some -> writing = worker.submit(() -> merge(some)));
  }

  private void install(HeadRun written) throws IOException {
    var now = new ArrayList<HeadRun>();
    for (HeadRun run : runs) {
      if (run.from() < written.from()) now.add(run);
      else run.delete();
    }
    now.add(written);
    runs = now;
  }

  private Optional<List<HeadRun>> mergeable() {
    if (runs.size() < MERGED) return Optional.empty();
    List<HeadRun> last = List.copyOf(runs.subList(runs.size() - MERGED, runs.size()));
    long length = last.getFirst().to() - last.getFirst().from();
    return last.stream().allMatch(run -> run.to() - run.from() == length)
        ? Optional.of(last)
        : Optional.empty();
  }

  private HeadRun merge(List<HeadRun> some) throws IOException {
    try (var rows = MergedRows.of(some, List.<HeadRow>of().iterator())) {
      HeadRun last = some.getLast();
      return HeadRun.write(folder, some.getFirst().from(), last.to(), last.root(), rows);
    }
  }

  private static HeadRun done(Future<HeadRun> writing) throws IOException {
    try {
      return writing.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HeadRun.DamagedException damaged) throw damaged;
      throw new IOException("the heads of cases could not be written: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the heads of cases are written", e);
    }
  }

  /** Forgets all of them: one is damaged. */
  void clear() throws IOException {
    Future<HeadRun> now = writing;
    writing = null;
    if (now != null) {
      try {
        done(now).delete();
      } catch (HeadRun.DamagedException _) {
        // it has no file
      }
    }
    for (HeadRun run : runs) run.delete();
    runs = new ArrayList<>();
  }

  /** Waits for what is being written: its name must not appear in a folder that others use. */
  @Override
  public void close() {
    worker.close();
  }
}
