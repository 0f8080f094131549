package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.smartcorrection.acceptance.InsideDatabase;

/**
 * The platform is killed while devices send as fast as they are answered, every other time together
 * with its database, and started again on what it left. Afterwards each of those devices' people
 * must have every position once, and what was observed of them must be what is observed of somebody
 * else who makes the same way and is disturbed by nothing.
 */
final class KilledUnderLoad implements Row {
  private static final int MOST = 50;
  private static final int PEOPLE = 400;
  private static final int OTHERS = 200;

  /** A message holds half a minute of the way. */
  private static final int MESSAGES = 180;

  private static final int MESSAGES_A_LIFE = 4;
  private static final int LONGEST_MILLIS = 900;
  private static final int PATIENCE_SECONDS = 120;

  private final Tracked tracked;

  KilledUnderLoad(Tracked tracked) {
    this.tracked = tracked;
  }

  @Override
  public String id() {
    return "location.12";
  }

  /** One device on its way. */
  private static final class Walker {
    private final int index;
    private final Tracked.Credential device;
    private final AtomicInteger answered = new AtomicInteger();

    Walker(int index, Tracked.Credential device) {
      this.index = index;
      this.device = device;
    }

    /** Goes on from what was answered; a message without an answer is sent again. */
    void walk(int port, Instant start, int messages, CountDownLatch ready, AtomicBoolean killed) {
      try (var terminal = new Terminal(port, index, device)) {
        ready.countDown();
        for (int i = 0; i < messages && answered.get() < MESSAGES; i++) {
          int second = answered.get() * Terminal.AT_ONCE;
          terminal.walk(start.plusSeconds(second), Way.east(second), Way.pace(second));
          answered.incrementAndGet();
        }
      } catch (IOException | IllegalStateException e) {
        ready.countDown();
        if (!killed.get()) throw new IllegalStateException("device " + index, e);
      }
    }
  }

  /** Home, far away along a road, there for a while, and back. */
  private static final class Way {
    private static final int LEAVES = 600;
    private static final int ARRIVES = 2_580;
    private static final int TURNS = 3_180;
    private static final int BACK = 5_160;
    private static final double PACE = 3.0e-4; // degrees: a little less than 29 metres

    static double pace(int second) {
      if (second >= LEAVES && second < ARRIVES) return PACE;
      return second >= TURNS && second < BACK ? -PACE : 0;
    }

    static double east(int second) {
      double out = PACE * (Math.clamp(second, LEAVES, ARRIVES) - LEAVES);
      double back = PACE * (Math.clamp(second, TURNS, BACK) - TURNS);
      return Load.EAST + out - back;
    }
  }

  @Override
  public List<Figure> measure() throws Exception {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    List<Walker> killed = new ArrayList<>();
    List<Walker> undisturbed = new ArrayList<>();
    try (Launch _ = tracked.start()) {
      for (int i = 0; i < PEOPLE; i++) {
        // the first ones have sent what is later than this already
        killed.add(new Walker(i, tracked.devices().get(OTHERS + i)));
        undisturbed.add(new Walker(i, tracked.devices().get(OTHERS + PEOPLE + i)));
      }
    }
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Tracked.WHILE_KILLED);
    int times = Math.min(MOST, Faults.times());
    long lost = 0;
    for (int i = 0; i < times; i++)
      lost += kill(killed, start, random.nextInt(LONGEST_MILLIS), i % 2 == 1);
    try (Launch _ = tracked.start();
        var database = new InsideDatabase(tracked.data())) {
      lost += lost(killed, start);
      walk(killed, start, MESSAGES, new AtomicBoolean());
      walk(undisturbed, start, MESSAGES, new AtomicBoolean());
      long twice = 0;
      long others = 0;
      long observed = 0;
      for (int i = 0; i < PEOPLE; i++) {
        twice += Math.abs(kept(database, killed.get(i), start) - MESSAGES * Terminal.AT_ONCE);
        String one = observed(database, killed.get(i), start);
        if (!one.equals(observed(database, undisturbed.get(i), start))) others++;
        if (!one.isEmpty()) observed++;
      }
      System.out.println("         seed " + seed + ", " + observed + " of " + PEOPLE + " observed");
      return List.of(
          new Figure(
              id() + "a", "acknowledged positions lost, " + times + " kills", lost, "", 0, 0),
          new Figure(id() + "b", "positions too many or too few in the end", twice, "", 0, 0),
          new Figure(id() + "c", "people of whom something else was observed", others, "", 0, 0));
    }
  }

  /** One life; says first what the one before it has lost. */
  private long kill(List<Walker> walkers, Instant start, int millis, boolean database)
      throws Exception {
    var over = new AtomicBoolean();
    try (Launch launch = tracked.start()) {
      long lost = lost(walkers, start);
      int before = sum(walkers);
      var ready = new CountDownLatch(walkers.size());
      List<Thread> threads = threads(walkers, start, MESSAGES_A_LIFE, ready, over);
      if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
        throw new IllegalStateException("not every device comes through");
      answered(walkers, before + 1);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      over.set(true);
      List<ProcessHandle> all = new ArrayList<>();
      if (database) {
        ProcessHandle postgres = InsideDatabase.process(tracked.data());
        all.add(postgres);
        postgres.descendants().forEach(all::add);
      }
      all.forEach(ProcessHandle::destroyForcibly);
      launch.platform().kill();
      for (Thread thread : threads) thread.join();
      return lost;
    }
  }

  /** A start that was killed before anything was answered would show nothing. */
  private static void answered(List<Walker> walkers, int least) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (sum(walkers) < least && System.nanoTime() < end)
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
  }

  private static int sum(List<Walker> walkers) {
    return walkers.stream().mapToInt(walker -> walker.answered.get()).sum();
  }

  private void walk(List<Walker> walkers, Instant start, int messages, AtomicBoolean killed)
      throws InterruptedException {
    var ready = new CountDownLatch(walkers.size());
    for (Thread thread : threads(walkers, start, messages, ready, killed)) thread.join();
    if (walkers.stream().anyMatch(walker -> walker.answered.get() < MESSAGES))
      throw new IllegalStateException("not every device comes to its end");
  }

  private List<Thread> threads(
      List<Walker> walkers, Instant start, int messages, CountDownLatch ready, AtomicBoolean over) {
    return walkers.stream()
        .map(
            walker ->
                Thread.ofVirtual()
                    .start(() -> walker.walk(tracked.port(), start, messages, ready, over)))
        .toList();
  }

  private long lost(List<Walker> walkers, Instant start) throws IOException, SQLException {
    try (var database = new InsideDatabase(tracked.data())) {
      long lost = 0;
      for (Walker walker : walkers)
        lost +=
            Math.max(
                0, walker.answered.get() * (long) Terminal.AT_ONCE - kept(database, walker, start));
      return lost;
    }
  }

  private static long kept(InsideDatabase database, Walker walker, Instant start)
      throws SQLException {
    return database.number(
        """
        select coalesce(sum(entries), 0) from tracking.journal join tracking.devices d using (person)
        where d.id = '%s' and from_at >= '%s' and until_at <= '%s'
        """
            .formatted(walker.device.id(), start, end(start)));
  }

  private static Instant end(Instant start) {
    return start.plusSeconds((long) MESSAGES * Terminal.AT_ONCE);
  }

  private static String observed(InsideDatabase database, Walker walker, Instant start)
      throws SQLException {
    return database.text(
        """
        select coalesce(string_agg(concat_ws(' ', o.kind, o.phase,
            extract(epoch from o.since), extract(epoch from o.at)), ', '
            order by o.at, o.kind, o.phase), '')
        from tracking.observations o join tracking.devices d using (person)
        where d.id = '%s' and o.at > '%s' and o.at <= '%s' and o.withdrawn_at is null
        """
            .formatted(walker.device.id(), start, end(start)));
  }
}
