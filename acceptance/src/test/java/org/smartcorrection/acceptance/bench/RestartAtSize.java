package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a node with ten million entries takes from its start until it serves with 256 MB of heap
 * at most, and the heap it has then: what it took from the system, and what of it is in use after a
 * collection.
 */
final class RestartAtSize implements Row {
  private static final List<String> HEAP_LIMIT = List.of("-Xmx256m");
  private static final int TIMES = 3;
  private static final double KILOBYTES = 1024;
  private static final Pattern HEAP = Pattern.compile("total (\\d+)K, used (\\d+)K");

  private final TenMillion millions;

  RestartAtSize(TenMillion millions) {
    this.millions = millions;
  }

  @Override
  public String id() {
    return "ledger.8";
  }

  /** Sums over the parts of the heap. */
  private record Heap(double taken, double used) {}

  @Override
  public List<Figure> measure() throws Exception {
    Path config = millions.node().resolve("node.properties");
    RunningNode.start(config, HEAP_LIMIT).close();
    double best = Double.MAX_VALUE;
    double worst = 0;
    Heap serving = new Heap(0, 0);
    Heap collected = new Heap(0, 0);
    for (int time = 0; time < TIMES; time++) {
      try (var node = RunningNode.start(config, HEAP_LIMIT)) {
        best = Math.min(best, node.seconds());
        worst = Math.max(worst, node.seconds());
        serving = heap(node.pid());
        jcmd(node.pid(), "GC.run");
        collected = heap(node.pid());
      }
    }
    return List.of(
        new Figure(
            id(), "restart at 10,000,000 entries to serving, slowest of 3", worst, "s", 10, 5),
        Figure.note("ledger.8a", "the quickest of them", best, "s"),
        new Figure(
            "ledger.9",
            "heap of that node, as taken from the system",
            serving.taken(),
            "MB",
            512,
            256),
        Figure.note("ledger.9a", "in use after a collection", collected.used(), "MB"));
  }

  private static Heap heap(long pid) throws IOException {
    Matcher parts = HEAP.matcher(jcmd(pid, "GC.heap_info"));
    double taken = 0;
    double used = 0;
    while (parts.find()) {
      taken += Long.parseLong(parts.group(1)) / KILOBYTES;
      used += Long.parseLong(parts.group(2)) / KILOBYTES;
    }
    return new Heap(taken, used);
  }

  private static String jcmd(long pid, String command) throws IOException {
    String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked = new ProcessBuilder(program, String.valueOf(pid), command).start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
