package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.smartcorrection.acceptance.InsideDatabase;

/**
 * How long it takes, from the moment at which a platform with 1,000 people and 1,000 zones each is
 * started again after {@code kill -9}, until it takes half as many positions a second as before.
 * The devices send over JT/T 808 as fast as they are answered, and call again every 100 ms from the
 * kill on. Counted is what was answered as durable and judged, over the last quarter of a second;
 * the start of the virtual machine, the database and the application is part of it.
 */
final class RestartedWithZones implements Row {
  private static final Duration WARM = Duration.ofSeconds(40);
  private static final Duration MEASURED = Duration.ofSeconds(10);
  private static final Duration WINDOW = Duration.ofMillis(250);
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final Duration MOST = Duration.ofMinutes(3);
  private static final Duration EARLIER = Duration.ofHours(68);

  /** The floor of row 1 is 45,000 a second. */
  private static final double HALF_OF_FLOOR = 22_500;

  private static final double NANOS = 1e9;

  private static final String UNPACKED =
      """
      select count(*) from tracking.grounds g
      left join tracking.packed_zones p on p.person = g.person
      where g.from_at < now() and g.until_at > now() and g.ended_at is null and p.sealed is null
      """;

  /** Until when most of them have sent something already, where the folder was used before. */
  private static final String LAST =
      """
      select coalesce(percentile_disc(0.9) within group (order by extract(epoch from last))::bigint, 0)
      from (select max(until_at) last from tracking.journal group by person) j
      """;

  private final Tracked tracked;

  RestartedWithZones(Tracked tracked) {
    this.tracked = tracked;
  }

  @Override
  public String id() {
    return "location.7";
  }

  @Override
  public List<Figure> measure() throws Exception {
    Instant from;
    try (Launch _ = tracked.start();
        var database = new InsideDatabase(tracked.data())) {
      while (database.number(UNPACKED) > 0) LockSupport.parkNanos(LOOK.toNanos() * 100);
      from = after(Instant.ofEpochSecond(database.number(LAST) + 1));
    }
    try (var devices = new Devices(from)) {
      double steady;
      try (Launch before = tracked.start()) {
        LockSupport.parkNanos(WARM.toNanos());
        long answered = devices.answered.get();
        LockSupport.parkNanos(MEASURED.toNanos());
        steady = (double) (devices.answered.get() - answered) / MEASURED.toSeconds();
        if (steady <= 0) throw new IllegalStateException("nothing was answered");
        before.platform().kill();
      }
      devices.connected.set(0);
      long begun = System.nanoTime();
      var watch = new Watch(devices, begun, steady / 2);
      Thread watching = Thread.ofPlatform().start(watch);
      try (Launch again = tracked.start()) {
        watching.join();
        double port = (devices.connected.get() - begun) / NANOS;
        return List.of(
            Figure.note("location.7a", "positions a second before", steady, "/s"),
            Figure.note("location.7b", "from the start until devices are let in", port, "s"),
            Figure.note("location.7c", "until the pages are ready", again.seconds(), "s"),
            Figure.note("location.7d", "until the first positions are durable", watch.first, "s"),
            Figure.note(
                "location.7e", "until half of the floor of row 1 is reached", watch.floor, "s"),
            Figure.note(
                "location.7f", "from letting devices in to half of before", watch.half - port, "s"),
            new Figure(
                id(),
                "restart, 1,000 people with 1,000 pieces of ground, to half of before",
                watch.half,
                "s",
                5,
                2));
      }
    }
  }

  /** Nothing is to be late. */
  private static Instant after(Instant last) {
    Instant usual = Instant.now().minus(EARLIER);
    return last.isAfter(usual) ? last : usual;
  }

  /** Looks when so much is answered again. */
  private static final class Watch implements Runnable {
    private final Devices devices;
    private final long begun;
    private final double wanted;
    private double first = Double.NaN;
    private double floor = Double.NaN;
    private double half = Double.NaN;

    Watch(Devices devices, long begun, double wanted) {
      this.devices = devices;
      this.begun = begun;
      this.wanted = wanted;
    }

    private record Seen(long at, long answered) {}

    @Override
    public void run() {
      Deque<Seen> seen = new ArrayDeque<>();
      seen.add(new Seen(begun, devices.answered.get()));
      while (Double.isNaN(half) || Double.isNaN(floor)) {
        LockSupport.parkNanos(LOOK.toNanos());
        var now = new Seen(System.nanoTime(), devices.answered.get());
        if (now.at - begun > MOST.toNanos()) return;
        while (seen.size() > 1 && now.at - seen.getFirst().at > WINDOW.toNanos())
          seen.removeFirst();
        seen.add(now);
        double seconds = (now.at - begun) / NANOS;
        double window = Math.max(now.at - seen.getFirst().at, WINDOW.toNanos()) / NANOS;
        double rate = (double) (now.answered - seen.getFirst().answered) / window;
        if (Double.isNaN(first) && rate > 0) first = seconds;
        if (Double.isNaN(floor) && rate >= HALF_OF_FLOOR) floor = seconds;
        if (Double.isNaN(half) && rate >= wanted) half = seconds;
      }
    }
  }

  /** All of them, each on a line of its own that it opens again for as long as it is needed. */
  private final class Devices implements AutoCloseable {
    private static final long AGAIN_NANOS = 500_000_000;

    final AtomicLong answered = new AtomicLong();

    /** When the first line was opened since this was 0. */
    final AtomicLong connected = new AtomicLong();

    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    Devices(Instant from) {
      for (int i = 0; i < tracked.devices().size(); i++) {
        int index = i;
        threads.add(Thread.ofVirtual().start(() -> live(index, from)));
      }
    }

    private void live(int index, Instant from) {
      Instant at = from;
      while (!over.get()) {
        try (var terminal = new Terminal(tracked.port(), index, tracked.devices().get(index))) {
          connected.compareAndSet(0, System.nanoTime());
          while (!over.get()) {
            terminal.send(at);
            // what was not answered is sent again
            at = at.plusSeconds(terminal.atOnce());
            answered.addAndGet(terminal.atOnce());
          }
        } catch (IOException | IllegalStateException _) {
          LockSupport.parkNanos(AGAIN_NANOS);
        }
      }
    }

    @Override
    public void close() {
      over.set(true);
      for (Thread thread : threads)
        try {
          thread.join();
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
    }
  }
}
