package org.smartcorrection.ledger.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.audit.Monitor.Served;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.witness.Fork;

class MonitorTests {
  private static final int MANY = 300;

  @TempDir private Path folder;
  private final List<SignedEntry> honest = Logs.chained(MANY, "leave-granted");

  private Path log(String name, List<SignedEntry> entries) throws Exception {
    Path directory = folder.resolve(name);
    Logs.write(directory, entries);
    return directory;
  }

  private Monitor.Report compare(Path... members) throws Exception {
    var policy = Policy.parse(Samples.policy().getBytes(UTF_8));
    List<LogSource> sources = Stream.of(members).map(Path::toString).map(LogSource::of).toList();
    return new Monitor(policy, folder.resolve("memory")).compare(sources);
  }

  @Test
  void members_that_are_behind_one_another_tell_one_story() throws Exception {
    Path all = log("all", honest);
    Path behind = log("behind", honest.subList(0, 40));
    Path empty = log("empty", List.of());

    Monitor.Report report = compare(behind, all, empty);

    assertTrue(report.isSound(), report.toString());
    var sizes = new ArrayList<Long>();
    for (Served one : report.members()) {
      sizes.add(assertInstanceOf(Served.Sound.class, one).head().size());
    }
    assertEquals(List.of(40L, 300L, 0L), sizes);
    Logs.write(behind, honest.subList(40, 290));
    assertTrue(compare(behind, all).isSound());
  }

  @Test
  void two_stories_leave_evidence_whatever_their_sizes() throws Exception {
    List<SignedEntry> other = Logs.chained(MANY, "leave-refused");
    for (int size : new int[] {1, 2, 64, 255, 256, 257, 299, 300}) {
      Path one = log("one" + size, honest);
      Path two = log("two" + size, other.subList(0, size));

      Monitor.Report report = compare(two, one);

      assertFalse(report.isSound());
      assertEquals(1, report.forks().size(), "size " + size);
      Fork fork = Fork.parse(Files.readAllBytes(report.forks().getFirst()));
      assertTrue(fork.isProvenAgainst(List.of(Samples.LOG_KEY.verifierKey())));
    }
  }

  @Test
  void a_story_that_changed_since_it_was_last_seen_leaves_evidence_too() throws Exception {
    assertTrue(compare(log("log", honest.subList(0, 50))).isSound());
    Path changed = log("changed", Logs.chained(70, "leave-refused"));
    assertEquals(1, compare(changed).forks().size());
  }

  @Test
  void a_backup_that_was_put_back_is_named_with_what_it_lost() throws Exception {
    Path log = log("log", honest.subList(0, 50));
    Path backup = Logs.copy(log, folder.resolve("backup"));
    Logs.write(log, honest.subList(50, 90));
    assertTrue(compare(log).isSound());
    Logs.copy(backup, log);

    Served.RolledBack back =
        assertInstanceOf(Served.RolledBack.class, compare(log).members().getFirst());

    assertEquals(50, back.head().size());
    assertEquals(90, back.before());
  }

  @Test
  void who_cannot_be_read_or_believed_is_named_and_the_others_are_compared() throws Exception {
    Path good = log("good", honest.subList(0, 20));
    Path lying = log("lying", honest);
    Path tile = lying.resolve("tile/0/000");
    byte[] content = Files.readAllBytes(tile);
    content[40] ^= 1;
    Files.write(tile, content);

    Monitor.Report report = compare(good, folder.resolve("nowhere"), lying);

    assertEquals(2, report.members().stream().filter(Served.Unsound.class::isInstance).count());
    assertEquals(List.of(), report.forks());
    assertInstanceOf(Served.Sound.class, report.members().getFirst());
  }
}
