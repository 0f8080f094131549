package org.smartcorrection.ledger.order;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads that submit at the same time share one write: whoever gets the lock first writes for
 * all who wait, and the others find their answer ready.
 */
final class GroupCommit<T, R> {
  private static final int LARGEST = 4096;

  private final Commit<T, R> commit;
  private final ConcurrentLinkedQueue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  /** Writes some items and answers one result for each, in their order. */
  @FunctionalInterface
  interface Commit<T, R> {
    List<R> commit(List<T> items) throws IOException;
  }

  private static final class Waiting<T, R> {
    private final List<T> items;
    private @Nullable List<R> results;
    private @Nullable Exception failure;

    Waiting(List<T> items) {
      this.items = items;
    }
  }

  GroupCommit(Commit<T, R> commit) {
    this.commit = commit;
  }

  List<R> submit(List<T> items) throws IOException {
    var own = new Waiting<T, R>(List.copyOf(items));
    queue.add(own);
    lock.lock();
    try {
      while (own.results == null && own.failure == null) commitQueue();
    } finally {
      lock.unlock();
    }
    if (own.failure != null) throw new IOException(own.failure.getMessage(), own.failure);
    if (own.results == null) throw new IllegalStateException("neither written nor failed");
    return own.results;
  }

  private void commitQueue() {
    var group = new ArrayList<Waiting<T, R>>();
    var items = new ArrayList<T>();
    while (items.size() < LARGEST) {
      Waiting<T, R> next = queue.poll();
      if (next == null) break;
      group.add(next);
      items.addAll(next.items);
    }
    try {
      if (closed) throw new IOException("the log is closed");
      List<R> results = commit.commit(items);
      int begin = 0;
      for (Waiting<T, R> waiting : group) {
        int end = begin + waiting.items.size();
        waiting.results = results.subList(begin, end);
        begin = end;
      }
    } catch (IOException | RuntimeException e) {
      for (Waiting<T, R> waiting : group) waiting.failure = e;
    }
  }

  /** Waits for a write under way and takes no further ones. */
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
