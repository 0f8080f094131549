package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.smartcorrection.ledger.audit.LogSource;
import org.smartcorrection.ledger.audit.Monitor;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.proof.TrustedHead;

/**
 * Members of a consortium of five, killed one after the other at random moments while all take
 * entries. Each comes back and has to catch up; then a monitor compares what all members serve with
 * one another and with what they served before. At the end every acknowledged entry must stand
 * where it was said to stand, at each member.
 */
final class MemberKills implements Row {
  private static final int RATE = 100;
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(4);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Override
  public String id() {
    return "faults.2";
  }

  @Override
  public List<Figure> measure() throws Exception {
    int times = Math.ceilDiv(Faults.times(), 4);
    long seed = new Random().nextLong();
    var random = new Random(seed);
    System.out.println("         seed " + seed);
    try (var scratch = Scratch.make();
        var members = new FiveMembers(scratch.folder())) {
      members.startAll();
      var monitor = new Monitor(members.policy(), scratch.folder().resolve("monitor"));
      Files.createDirectories(scratch.folder().resolve("monitor"));
      int forks = 0;
      var load =
          new SteadyLoad(
              IntStream.range(0, FiveMembers.MEMBERS).mapToObj(members::url).toList(), RATE, 0);
      for (int time = 0; time < times; time++) {
        for (int i = 0; i < FiveMembers.MEMBERS; i++) reached(members, i, size(load));
        LockSupport.parkNanos(random.nextLong(LONGEST));
        int victim = random.nextInt(FiveMembers.MEMBERS);
        members.kill(victim);
        LockSupport.parkNanos(random.nextLong(LONGEST));
        members.start(victim);
        reached(members, victim, size(load));
        forks += unsound(monitor, members);
      }
      load.close();
      return figures(members, load, times, forks, scratch.folder());
    }
  }

  private List<Figure> figures(
      FiveMembers members, SteadyLoad load, int times, int forks, Path folder) throws Exception {
    var acknowledged = new TreeMap<>(load.acknowledged());
    int misplaced = 0;
    for (int i = 0; i < FiveMembers.MEMBERS; i++) {
      reached(members, i, size(load));
      misplaced += NodeKills.misplaced(members.url(i), acknowledged);
    }
    forks += unsound(new Monitor(members.policy(), folder.resolve("monitor")), members);
    long places = acknowledged.values().stream().distinct().count();
    return List.of(
        Figure.note(
            id(),
            "kills of members of five, and entries acknowledged: " + acknowledged.size(),
            times,
            ""),
        new Figure(
            "faults.2a", "acknowledged entries lost or moved, at any member", misplaced, "", 0, 0),
        new Figure("faults.2b", "places given out twice", acknowledged.size() - places, "", 0, 0),
        new Figure(
            "faults.2c", "comparisons in which members told different stories", forks, "", 0, 0));
  }

  /** The size over all that was acknowledged. */
  private static long size(SteadyLoad load) {
    return load.acknowledged().values().stream().mapToLong(Position::index).max().orElse(-1) + 1;
  }

  static void reached(FiveMembers members, int i, long size) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        TrustedHead head = members.head(i);
        if (head.isFinal() && head.checkpoint().size() >= size) return;
      } catch (IOException _) {
        // it does not serve yet
      }
      if (System.nanoTime() > end)
        throw new IllegalStateException("member " + i + " has no final head of " + size);
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** A member may be too busy to answer; that is asked again, and a fork is not. */
  private static int unsound(Monitor monitor, FiveMembers members) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Monitor.Report report = compare(monitor, members);
      if (report.isSound()) return 0;
      if (!report.forks().isEmpty() || System.nanoTime() > end) {
        System.out.println("         " + report);
        return 1;
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** The forks that are found among the members and others. */
  static int forks(FiveMembers members, Path folder, URI... others) throws IOException {
    Path memory = Files.createDirectories(folder.resolve("monitor"));
    var report = compare(new Monitor(members.policy(), memory), members, others);
    System.out.println("         " + report.members());
    return report.forks().size();
  }

  private static Monitor.Report compare(Monitor monitor, FiveMembers members, URI... others)
      throws IOException {
    var sources = new ArrayList<LogSource>();
    try {
      for (int i = 0; i < FiveMembers.MEMBERS; i++)
        sources.add(LogSource.of(members.url(i) + "correction"));
      for (URI other : others) sources.add(LogSource.of(other + "correction"));
      return monitor.compare(sources);
    } finally {
      for (LogSource source : sources) source.close();
    }
  }
}
