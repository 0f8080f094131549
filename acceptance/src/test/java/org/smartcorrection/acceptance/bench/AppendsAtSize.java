package org.smartcorrection.acceptance.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.TileLog;

/** Whether appending takes longer in a log of ten million entries than in one of ten thousand. */
final class AppendsAtSize implements Row {
  private static final int FEW = 10_000;
  private static final int BATCH = 100;
  private static final int ROUNDS = 300;
  private static final int WARM = 50;
  private static final double NANOS_A_MILLI = 1e6;

  private final TenMillion millions;

  AppendsAtSize(TenMillion millions) {
    this.millions = millions;
  }

  @Override
  public String id() {
    return "ledger.3";
  }

  @Override
  public List<Figure> measure() throws Exception {
    Path node = millions.node();
    var small = new ArrayList<Double>();
    var large = new ArrayList<Double>();
    long next = 2 * TenMillion.SIZE;
    try (var scratch = Scratch.make();
        var few = TileLog.open(scratch.folder(), LedgerSite.KEYS, Clock.systemUTC());
        var many = TileLog.open(TenMillion.log(node), LedgerSite.KEYS, Clock.systemUTC())) {
      few.append(entries(next, FEW));
      next += Math.max(FEW, many.size() - TenMillion.SIZE);
      for (int round = 0; round < ROUNDS; round++) {
        List<SignedEntry> entries = entries(next, BATCH);
        next += BATCH;
        // in turns: whoever comes second finds the disk awake
        boolean smallFirst = round % 2 == 0;
        double one = millis(smallFirst ? few : many, entries);
        double other = millis(smallFirst ? many : few, entries);
        double first = smallFirst ? one : other;
        double second = smallFirst ? other : one;
        if (round < WARM) continue;
        small.add(first);
        large.add(second);
      }
    }
    double before = VerifiedEntries.median(small);
    double after = VerifiedEntries.median(large);
    return List.of(
        Figure.note("ledger.3a", "append of 100 entries at 10,000, median of 250", before, "ms"),
        Figure.note("ledger.3b", "append of 100 entries at 10,000,000, median of 250", after, "ms"),
        new Figure(
            id(),
            "growth of append time, 10,000 to 10,000,000",
            100 * (after / before - 1),
            "%",
            20,
            10));
  }

  private static double millis(TileLog log, List<SignedEntry> entries) throws Exception {
    long begun = System.nanoTime();
    for (SignedEntry entry : entries)
      if (log.indexOf(entry.leafHash()).isPresent()) throw new IllegalStateException();
    log.append(entries);
    return (System.nanoTime() - begun) / NANOS_A_MILLI;
  }

  private static List<SignedEntry> entries(long first, int count) {
    return LongStream.range(first, first + count).mapToObj(LedgerSite::unsigned).toList();
  }
}
