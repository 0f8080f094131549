package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.HttpOrdering;
import org.smartcorrection.ledger.order.Position;

/**
 * A node on its own, killed again and again at random moments while entries come in. After each
 * start every entry that was acknowledged must stand where it was said to stand.
 */
final class NodeKills implements Row {
  private static final int RATE = 500;
  private static final int BATCH = 1_000;
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(1500);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String id() {
    return "faults.1";
  }

  @Override
  public List<Figure> measure() throws Exception {
    int times = Faults.times() * 3 / 4;
    long seed = new Random().nextLong();
    var random = new Random(seed);
    System.out.println("         seed " + seed);
    var acknowledged = new TreeMap<Long, Position>();
    int misplaced = 0;
    long next = 0;
    try (var scratch = Scratch.make()) {
      Path config = LedgerSite.node(scratch.folder());
      for (int time = 0; time <= times; time++) {
        var node = RunningNode.start(config);
        misplaced += misplaced(node.address(), acknowledged);
        var load = new SteadyLoad(List.of(node.address()), RATE, next);
        LockSupport.parkNanos(random.nextLong(LONGEST));
        node.kill();
        load.close();
        acknowledged.putAll(load.acknowledged());
        next = load.next();
      }
    }
    long places = acknowledged.values().stream().distinct().count();
    return List.of(
        Figure.note(
            id(),
            "kills of a node on its own, and entries acknowledged: " + acknowledged.size(),
            times,
            ""),
        new Figure("faults.1a", "acknowledged entries lost or moved", misplaced, "", 0, 0),
        new Figure("faults.1b", "places given out twice", acknowledged.size() - places, "", 0, 0));
  }

  /** How many entries do not stand where it was said: they are handed over again to be told. */
  static int misplaced(URI node, Map<Long, Position> acknowledged) throws Exception {
    int misplaced = 0;
    var numbers = new ArrayList<>(acknowledged.keySet());
    try (var ordering = new HttpOrdering(node, PATIENCE)) {
      for (int begin = 0; begin < numbers.size(); begin += BATCH) {
        List<Long> some = numbers.subList(begin, Math.min(begin + BATCH, numbers.size()));
        List<SignedEntry> entries = some.parallelStream().map(LedgerSite::signed).toList();
        List<Position> places = again(ordering, entries);
        for (int i = 0; i < places.size(); i++) {
          if (!places.get(i).equals(acknowledged.get(some.get(i)))) misplaced++;
        }
      }
    }
    return misplaced;
  }

  private static List<Position> again(HttpOrdering ordering, List<SignedEntry> entries)
      throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return ordering.submitAll(entries);
      } catch (IOException e) {
        if (System.nanoTime() > end) throw e;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
  }
}
