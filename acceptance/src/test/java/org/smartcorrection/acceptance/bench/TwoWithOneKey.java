package org.smartcorrection.acceptance.bench;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.smartcorrection.ledger.order.Position;

/**
 * Two machines run as the same member, with the same keys, each with a disk of its own: a copy of
 * one was started beside it. The others must go on, agree, and lose nothing; what the twins serve
 * must not be another story.
 */
final class TwoWithOneKey implements Row {
  private static final int RATE = 100;
  private static final int TWIN = 4;
  private static final long TIME = TimeUnit.SECONDS.toNanos(30);

  @Override
  public String id() {
    return "faults.3";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (var scratch = Scratch.make();
        var members = new FiveMembers(scratch.folder())) {
      members.startAll();
      try (var twin = members.twin(TWIN)) {
        var load =
            new SteadyLoad(IntStream.range(0, TWIN).mapToObj(members::url).toList(), RATE, 0);
        LockSupport.parkNanos(TIME);
        load.close();
        var acknowledged = new TreeMap<>(load.acknowledged());
        long size =
            acknowledged.values().stream().mapToLong(Position::index).max().orElseThrow() + 1;
        int misplaced = 0;
        for (int i = 0; i < TWIN; i++) {
          MemberKills.reached(members, i, size);
          misplaced += NodeKills.misplaced(members.url(i), acknowledged);
        }
        int forks = MemberKills.forks(members, scratch.folder(), twin.address());
        return List.of(
            Figure.note(
                id(), "entries acknowledged while two ran as one member", (double) size, ""),
            new Figure("faults.3a", "of them lost or moved at the others", misplaced, "", 0, 0),
            new Figure("faults.3b", "forks among all six", forks, "", 0, 0));
      }
    }
  }
}
