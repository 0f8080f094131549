package org.smartcorrection.acceptance.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.smartcorrection.acceptance.KilledDuringActs;

/** Fifty kills while six people act at once, all on the same data. */
final class Kills implements Row {
  private static final int TIMES = 50;
  private static final Path HERE = Path.of("").toAbsolutePath();

  @Override
  public String id() {
    return "main.9";
  }

  @Override
  public List<Figure> measure() throws Exception {
    long seed = new Random().nextLong();
    try (var scratch = Scratch.make()) {
      Path data = scratch.folder().resolve("data");
      Launch.of(HERE, scratch.folder().resolve("built")).close();
      var killed = new KilledDuringActs(data, () -> Launch.of(HERE, data).platform(), seed);
      killed.kill(TIMES);
      KilledDuringActs.Tally tally = killed.tally();
      System.out.println("         seed " + seed + ", " + tally);
      boolean whole =
          tally.lost() == 0
              && tally.waiting() == 0
              && tally.unknown() == 0
              && tally.oddities().isEmpty();
      if (!whole) throw new IllegalStateException("not everything is there: " + tally);
      return List.of(
          new Figure(
              "main.9a", "acts without entry, killed 50 times", tally.actsWithoutEntry(), "", 0, 0),
          new Figure(
              "main.9b",
              "entries without act, killed 50 times",
              tally.entriesWithoutAct(),
              "",
              0,
              0));
    }
  }
}
