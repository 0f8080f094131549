package org.smartcorrection.acceptance.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.acceptance.Jar;

/**
 * A ledger node in a process of its own, from the built jar, that has said it serves.
 *
 * @param seconds from its start until then
 */
record RunningNode(Process process, URI address, double seconds) implements AutoCloseable {
  private static final String READY = "Ledger node ready: ";
  private static final double NANOS = 1e9;

  static RunningNode start(Path config) throws IOException {
    return start(config, List.of());
  }

  /**
   * Starts a node.
   *
   * @param options for its Java, such as the most heap that it may take
   */
  static RunningNode start(Path config, List<String> options) throws IOException {
    List<String> command = Jar.command("node", "--config", config.toString());
    // what is said later counts
    command.addAll(command.indexOf("-jar"), options);
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(config.resolveSibling("errors").toFile()).start();
    // not closed: what it says later has nowhere else to go
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    var said = new ArrayList<String>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        Thread.ofVirtual().start(() -> drain(output));
        URI address = URI.create(line.substring(READY.length()));
        return new RunningNode(process, address, (System.nanoTime() - begun) / NANOS);
      }
      said.add(line);
    }
    throw new IOException("the node does not serve: " + String.join(" ", said));
  }

  private static void drain(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException _) {
      // it was killed
    }
  }

  /** Runs a role of the jar to its end. */
  static void run(List<String> arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Jar.command(arguments.toArray(String[]::new)))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IOException(arguments + ": " + said);
  }

  long pid() {
    return process.pid();
  }

  /** Takes the power away from it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
