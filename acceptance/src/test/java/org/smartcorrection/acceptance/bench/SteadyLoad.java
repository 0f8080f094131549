package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.HttpOrdering;
import org.smartcorrection.ledger.order.Position;

/**
 * Hands entries to members in turn at an even rate, fifty times a second, and keeps when each was
 * handed over and which place it was given. What a member does not answer goes to the next one, as
 * it is, with the time of its first try.
 */
final class SteadyLoad implements AutoCloseable {
  private static final int TICKS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<HttpOrdering> members;
  private final int each;
  private final AtomicLong next;
  private final Map<Long, Position> acknowledged = new ConcurrentHashMap<>();
  private final Map<Long, Long> sent = new ConcurrentHashMap<>();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread clock = Thread.ofPlatform().name("load").daemon().unstarted(this::run);
  private volatile boolean stopped;

  /**
   * Begins.
   *
   * @param rate entries a second
   * @param first number of the first entry
   */
  SteadyLoad(List<URI> members, int rate, long first) {
    this.members = members.stream().map(url -> new HttpOrdering(url, PATIENCE)).toList();
    this.each = rate / TICKS;
    this.next = new AtomicLong(first);
    clock.start();
  }

  private void run() {
    long period = TimeUnit.SECONDS.toNanos(1) / TICKS;
    long due = System.nanoTime();
    for (int tick = 0; !stopped; tick++) {
      long first = next.getAndAdd(each);
      var entries = new ArrayList<SignedEntry>();
      for (int i = 0; i < each; i++) entries.add(LedgerSite.signed(first + i));
      int member = tick;
      callers.execute(() -> hand(first, entries, member));
      due += period;
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private void hand(long first, List<SignedEntry> entries, int turn) {
    long now = System.nanoTime();
    for (int i = 0; i < each; i++) sent.put(first + i, now);
    for (int member = turn; !stopped || member == turn; member++) {
      try {
        List<Position> places = members.get(member % members.size()).submitAll(entries);
        for (int i = 0; i < each; i++) acknowledged.put(first + i, places.get(i));
        return;
      } catch (IOException _) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      } catch (EntryRefusedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Number of the next entry that nobody has handed over. */
  long next() {
    return next.get();
  }

  /** The places that were given out, by the number of the entry. */
  Map<Long, Position> acknowledged() {
    return new TreeMap<>(acknowledged);
  }

  /** When the entry with a number was handed over first, of {@link System#nanoTime}. */
  long sent(long entry) {
    return sent.getOrDefault(entry, Long.MAX_VALUE);
  }

  /** Ends, and waits for the answers that are under way. */
  @Override
  public void close() {
    stopped = true;
    try {
      clock.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    callers.close();
    members.forEach(HttpOrdering::close);
  }
}
