package org.smartcorrection.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.node.NodeConfig.BadConfigException;

/** The command {@code node --config FILE}: runs a ledger node until it is stopped. */
public final class NodeMain {
  private static final int USAGE = 2;
  private static final int FAILED = 1;

  private NodeMain() {}

  /** Starts the node and returns; its server keeps the process alive. */
  public static void main(String[] args) {
    if (args.length != 2 || !args[0].equals("--config")) {
      stop(USAGE, "Usage: node --config FILE");
      return;
    }
    try {
      Node node = Node.start(NodeConfig.read(Path.of(args[1])), Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close ledger"));
      System.out.println("Ledger node ready: http://127.0.0.1:" + node.port() + "/");
    } catch (BadConfigException e) {
      stop(USAGE, e.getMessage());
    } catch (IOException e) {
      stop(FAILED, "The ledger node could not start: " + e.getMessage());
    }
  }

  private static void close(Node node) {
    try {
      node.close();
    } catch (IOException e) {
      System.err.println("The log was not closed cleanly: " + e.getMessage());
    }
  }

  private static void stop(int status, @Nullable String message) {
    System.err.println(message);
    System.exit(status);
  }
}
