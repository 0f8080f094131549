package org.smartcorrection.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.HttpOrdering;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.TrustedHead;
import org.smartcorrection.node.command.ChangeCommand;
import org.smartcorrection.node.command.RotateCommand;

/** Four agencies, four processes, one order. */
@Timeout(420)
class ConsortiumTests {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  // asked without a pause, five processes would have one core less
  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(20);

  /**
   * Fewer than the engine's 500, or the test would take minutes. With still fewer a member on a
   * busy machine falls behind again while it takes a state over.
   */
  private static final int KEPT_ROUNDS = 50;

  private static final int SINGLES = 90;

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();

  private TrustedHead head(URI node, Policy policy) throws Exception {
    var request = HttpRequest.newBuilder(node.resolve("correction/checkpoint")).build();
    return TrustedHead.read(client.send(request, BodyHandlers.ofString(UTF_8)).body(), policy);
  }

  private TrustedHead finalHead(URI node, Policy policy, long size) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      TrustedHead head = head(node, policy);
      if (head.isFinal() && head.checkpoint().size() >= size) return head;
      LockSupport.parkNanos(PERIOD);
    }
    throw new AssertionError("no final head of " + size + " at " + node);
  }

  private static List<SignedEntry> entries(int from, int to) {
    var entries = new ArrayList<SignedEntry>();
    for (int n = from; n < to; n++) entries.add(Site.entry(n));
    return entries;
  }

  /** As a platform does it: in doubt, again. */
  private static List<Position> submit(HttpOrdering ordering, List<SignedEntry> entries)
      throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return ordering.submitAll(entries);
      } catch (IOException e) {
        if (System.nanoTime() > end) throw e;
        LockSupport.parkNanos(PERIOD);
      }
    }
  }

  @Test
  void members_agree_on_one_log_and_one_that_was_away_gets_what_it_missed() throws Exception {
    try (var consortium =
        new TestConsortium(directory, List.of("bureau", "court", "procuratorate", "police"), 3)) {
      // the one that was away takes over another's state: no rounds are kept that follow on its
      // own;
      // where the machine is so busy that few rounds come about, it goes through them all
      consortium.set("engine.consensus.roundsExpired=" + KEPT_ROUNDS);
      consortium.startAll();
      Policy policy = consortium.policy("correction.policy");
      try (var bureau = new HttpOrdering(consortium.url(0), PATIENCE);
          var court = new HttpOrdering(consortium.url(1), PATIENCE)) {
        List<Position> first = submit(bureau, entries(0, 300));
        assertEquals(300, first.stream().distinct().count());
        assertEquals(first, submit(court, entries(0, 300)));
        for (int member = 0; member < 4; member++) {
          assertEquals(300, finalHead(consortium.url(member), policy, 300).checkpoint().size());
        }

        consortium.kill(3);
        int size = 500 + SINGLES + 10;
        submit(bureau, entries(300, 500));
        for (int n = 500; n < 500 + SINGLES; n++) submit(bureau, entries(n, n + 1));
        consortium.kill(1);
        consortium.start(1);
        // its disk lost the log
        consortium.loseLog(3);
        consortium.start(3);
        submit(court, entries(500 + SINGLES, size));
        TrustedHead last = finalHead(consortium.url(3), policy, size);
        assertEquals(last.checkpoint(), finalHead(consortium.url(0), policy, size).checkpoint());
        assertTrue(last.cosigners().size() >= 3);
      }
      for (int member = 0; member < 4; member++) assertEquals("", consortium.errors(member));
    }
  }

  @Test
  void a_member_that_changed_its_keys_counts_with_the_new_ones_and_for_what_it_signed()
      throws Exception {
    try (var consortium = new TestConsortium(directory, List.of("bureau", "court"), 2)) {
      consortium.startAll();
      Policy before = consortium.policy("correction.policy");
      TrustedHead signedBefore;
      try (var bureau = new HttpOrdering(consortium.url(0), PATIENCE)) {
        submit(bureau, entries(0, 20));
        signedBefore = finalHead(consortium.url(0), before, 20);
      }

      consortium.stop(1);
      Path changed = consortium.folder(1);
      for (String key : List.of("court", Site.ORIGIN)) {
        TestConsortium.command(List.of(changed.toString(), "--key", key), RotateCommand::run);
        for (Path other : List.of(consortium.folder(0), consortium.common()))
          TestConsortium.command(
              List.of(other.toString(), changed.resolve("change.txt").toString()),
              ChangeCommand::run);
      }
      consortium.start(1);
      consortium.stop(0);
      consortium.start(0);

      Policy after = consortium.policy("correction.policy");
      try (var court = new HttpOrdering(consortium.url(1), PATIENCE)) {
        assertEquals(20, submit(court, entries(0, 30)).get(20).index());
        for (int member = 0; member < 2; member++) {
          TrustedHead head = finalHead(consortium.url(member), after, 30);
          assertEquals(Set.of("bureau", "court-2"), head.cosigners().keySet());
        }
      }
      assertEquals(Set.of("bureau", "court"), signedBefore.cosigners().keySet());
      assertTrue(TrustedHead.read(signedBefore.note().toString(), after).isFinal());
      for (int member = 0; member < 2; member++) assertEquals("", consortium.errors(member));
    }
  }
}
