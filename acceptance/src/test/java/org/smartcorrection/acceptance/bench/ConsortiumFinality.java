package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.proof.TrustedHead;

/**
 * Five processes on this machine and 500 entries a second, each signed by its agency: how long an
 * entry takes from being handed over until a head over it is cosigned by four members, as one of
 * them serves it. Then one of the others is killed, and the longest time without a new final head
 * is measured, beside the longest before.
 */
final class ConsortiumFinality implements Row {
  private static final int RATE = 500;
  private static final int SECONDS = 60;
  private static final int WARM = 15;
  private static final int VICTIM = 4;
  private static final double FLOOR = 3;
  private static final double NANOS = 1e9;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Override
  public String id() {
    return "ledger.4";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (var scratch = Scratch.make();
        var members = new FiveMembers(scratch.folder());
        var watch = new Watch(members)) {
      members.startAll();
      watch.start();
      var figures = new ArrayList<Figure>();
      long next = warm(members, watch);
      next = latencies(members, watch, next, figures);
      gap(members, watch, next, figures);
      return figures;
    }
  }

  /** Until entries become final, and as long again as everything needs to be compiled. */
  private static long warm(FiveMembers members, Watch watch) {
    try (var load = new SteadyLoad(urls(members, FiveMembers.MEMBERS), RATE / 5, 0)) {
      watch.await(1);
      pause(WARM);
      return load.next();
    }
  }

  private static long latencies(
      FiveMembers members, Watch watch, long first, List<Figure> figures) {
    var load = new SteadyLoad(urls(members, FiveMembers.MEMBERS), RATE, first);
    pause(SECONDS);
    load.close();
    var given = load.acknowledged();
    long last = given.values().stream().mapToLong(Position::index).max().orElseThrow();
    watch.await(last + 1);
    var seconds = new ArrayList<Double>();
    for (Map.Entry<Long, Position> one : given.entrySet()) {
      long seen = watch.since(one.getValue().index() + 1);
      seconds.add((seen - load.sent(one.getKey())) / NANOS);
    }
    seconds.sort(null);
    figures.add(
        Figure.note("ledger.4", "entries handed over in 60 s and acknowledged", given.size(), ""));
    figures.add(
        new Figure(
            "ledger.4a",
            "500 entries/s, five processes: to final, p50",
            of(seconds, 0.5),
            "s",
            2,
            1));
    figures.add(
        new Figure(
            "ledger.4b",
            "500 entries/s, five processes: to final, p99",
            of(seconds, 0.99),
            "s",
            5,
            2));
    return load.next();
  }

  private static double of(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static void gap(FiveMembers members, Watch watch, long first, List<Figure> figures)
      throws InterruptedException {
    try (var _ = new SteadyLoad(urls(members, VICTIM), RATE, first)) {
      pause(WARM);
      long begun = System.nanoTime();
      pause(WARM);
      long killed = System.nanoTime();
      members.kill(VICTIM);
      pause(2 * WARM);
      double before = watch.longest(begun, killed) / NANOS;
      double after = watch.longest(killed, System.nanoTime()) / NANOS;
      figures.add(
          Figure.note(
              "ledger.5a", "longest time between final heads before the kill", before, "s"));
      figures.add(
          new Figure(
              "ledger.5",
              "longest time between final heads, one node killed",
              after,
              "s",
              FLOOR,
              Math.min(before, FLOOR)));
    }
  }

  private static List<URI> urls(FiveMembers members, int count) {
    return IntStream.range(0, count).mapToObj(members::url).toList();
  }

  private static void pause(int seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) LockSupport.parkNanos(end - System.nanoTime());
  }

  /** Sees when the final head of the first member grows. */
  private static final class Watch implements AutoCloseable {
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(10);

    private final FiveMembers members;
    private final NavigableMap<Long, Long> grown = new ConcurrentSkipListMap<>();
    private volatile boolean stopped;

    Watch(FiveMembers members) {
      this.members = members;
    }

    void start() {
      Thread.ofPlatform().name("watch").daemon().start(this::run);
    }

    private void run() {
      while (!stopped) {
        try {
          TrustedHead head = members.head(0);
          if (head.isFinal()) grown.putIfAbsent(head.checkpoint().size(), System.nanoTime());
        } catch (IOException _) {
          // it does not serve yet
        }
        LockSupport.parkNanos(PERIOD);
      }
    }

    /** When a head over so many entries was seen first. */
    long since(long size) {
      return grown.ceilingEntry(size).getValue();
    }

    void await(long size) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (grown.ceilingEntry(size) == null) {
        if (System.nanoTime() > end) throw new IllegalStateException("not final: " + size);
        LockSupport.parkNanos(PERIOD);
      }
    }

    /** The longest time without a new head between two moments. */
    long longest(long begin, long end) {
      long longest = 0;
      long last = begin;
      for (long moment : grown.values()) {
        if (moment <= begin || moment > end) continue;
        longest = Math.max(longest, moment - last);
        last = moment;
      }
      return Math.max(longest, end - last);
    }

    @Override
    public void close() {
      stopped = true;
    }
  }
}
