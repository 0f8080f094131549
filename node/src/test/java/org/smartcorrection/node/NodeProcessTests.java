package org.smartcorrection.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.HttpOrdering;
import org.smartcorrection.ledger.order.Position;

/** Runs the node as an operator does, in a process of its own. */
class NodeProcessTests {
  private static final int KILLS = 10;
  private static final String READY = "Ledger node ready: ";

  @TempDir Path directory;

  static ProcessBuilder node(Path config) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return new ProcessBuilder(
        java,
        // as the platform starts its five
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        classes,
        NodeMain.class.getName(),
        "node",
        "--config",
        config.toString());
  }

  static URI address(Process process) throws IOException {
    var output = new BufferedReader(process.inputReader(UTF_8));
    String line = output.readLine();
    assertTrue(line != null && line.startsWith(READY), () -> "the node says: " + line);
    return URI.create(String.valueOf(line).substring(READY.length()));
  }

  @Test
  void what_a_killed_node_acknowledged_is_there_again_at_the_same_place() throws Exception {
    Path config = Site.in(directory).config();
    long seed = 20260302;
    var random = new Random(seed);
    Map<Integer, Position> acknowledged = new ConcurrentHashMap<>();
    int next = 0;
    for (int round = 0; round < KILLS; round++) {
      Process process = node(config).start();
      try (var ordering = new HttpOrdering(address(process), Duration.ofSeconds(30))) {
        for (var entry : new HashMap<>(acknowledged).entrySet()) {
          assertEquals(entry.getValue(), ordering.submit(Site.entry(entry.getKey())), "" + seed);
        }
        int first = next;
        Thread submitting =
            Thread.ofVirtual()
                .start(
                    () -> {
                      try {
                        for (int n = first; ; n++) {
                          acknowledged.put(n, ordering.submit(Site.entry(n)));
                        }
                      } catch (IOException _) {
                        // the node is gone, as it should be
                      } catch (EntryRefusedException e) {
                        throw new IllegalStateException(e);
                      }
                    });
        int enough = acknowledged.size() + 5 + random.nextInt(60);
        while (acknowledged.size() < enough && submitting.isAlive()) Thread.onSpinWait();
        process.destroyForcibly().waitFor();
        submitting.join();
        next = acknowledged.size();
      }
    }
    assertTrue(next >= 5 * KILLS, "only " + next);
    assertEquals(next, Map.copyOf(acknowledged).values().stream().distinct().count());
  }

  @Test
  void a_second_node_on_the_same_log_says_so_and_ends() throws Exception {
    Path config = Site.in(directory).config();
    Process first = node(config).start();
    try {
      address(first);
      Process second = node(config).start();
      List<String> errors = second.errorReader(UTF_8).lines().toList();
      assertEquals(1, second.waitFor());
      assertEquals(
          List.of("The ledger node could not start: another process has this log open"), errors);
    } finally {
      first.destroy();
      first.waitFor();
    }
  }

  @Test
  void a_bad_configuration_ends_with_two_and_one_line() throws Exception {
    Process process = node(directory.resolve("absent")).start();
    List<String> errors = process.errorReader(UTF_8).lines().toList();
    assertEquals(2, process.waitFor());
    assertEquals(
        List.of("Cannot read the configuration " + directory.resolve("absent") + "."), errors);
  }
}
