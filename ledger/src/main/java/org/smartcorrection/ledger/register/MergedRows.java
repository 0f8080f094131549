package org.smartcorrection.ledger.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.register.HeadRun.Rows;

/** Rows of several sources as one, in order; of a case that several have, that of the newest. */
final class MergedRows implements Rows {
  private final List<Rows> sources = new ArrayList<>();
  private final PriorityQueue<Next> queue =
      new PriorityQueue<>(
          Comparator.comparing(Next::row).thenComparing(Next::age, Comparator.reverseOrder()));

  /**
   * The next row of a source.
   *
   * @param age its number: the newest source has the largest
   */
  private record Next(HeadRow row, int age) {}

  /**
   * The runs, and rows that are newer than all of them.
   *
   * @param runs the oldest first
   * @param newer sorted
   */
  static MergedRows of(List<HeadRun> runs, Iterator<HeadRow> newer) throws IOException {
    var merged = new MergedRows();
    try {
      for (HeadRun run : runs) merged.add(run.rows());
      merged.add(of(newer));
      return merged;
    } catch (IOException | RuntimeException e) {
      merged.close();
      throw e;
    }
  }

  private void add(Rows source) throws IOException {
    sources.add(source);
    advance(sources.size() - 1);
  }

  private void advance(int age) throws IOException {
    HeadRow row = sources.get(age).next();
    if (row != null) queue.add(new Next(row, age));
  }

  @Override
  public @Nullable HeadRow next() throws IOException {
    Next first = queue.poll();
    if (first == null) return null;
    advance(first.age());
    for (Next older = queue.peek();
        older != null && older.row().compareTo(first.row()) == 0;
        older = queue.peek()) {
      queue.remove();
      advance(older.age());
    }
    return first.row();
  }

  @Override
  public void close() throws IOException {
    for (Rows source : sources) source.close();
  }

  /** Rows that are in memory. */
  static Rows of(Iterator<HeadRow> rows) {
    return new Rows() {
      @Override
      public @Nullable HeadRow next() {
        return rows.hasNext() ? rows.next() : null;
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
