package org.smartcorrection.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledDuringActsIT {
  @TempDir private Path folder;

  @Test
  void a_kill_leaves_no_act_without_entry_and_loses_nothing_that_was_told() throws Exception {
    Path data = folder.resolve("data");
    long seed = new Random().nextLong();
    System.out.println("seed of the kills: " + seed);
    var killed = new KilledDuringActs(data, () -> RunningPlatform.demo(data), seed);

    killed.kill(3);

    KilledDuringActs.Tally tally = killed.tally();
    assertEquals(List.of(), tally.oddities());
    assertTrue(tally.acknowledged() >= 3, tally.toString());
    assertEquals(0, tally.actsWithoutEntry(), tally.toString());
    assertEquals(0, tally.entriesWithoutAct(), tally.toString());
    assertEquals(0, tally.lost(), tally.toString());
    assertEquals(0, tally.waiting(), tally.toString());
    assertEquals(0, tally.unknown(), tally.toString());
  }
}
