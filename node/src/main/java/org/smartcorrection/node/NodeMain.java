package org.smartcorrection.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.node.NodeConfig.BadConfigException;
import org.smartcorrection.node.command.ChangeCommand;
import org.smartcorrection.node.command.ConsortiumCommand;
import org.smartcorrection.node.command.InitCommand;
import org.smartcorrection.node.command.RotateCommand;

/**
 * The commands {@code node --config FILE}, which runs a ledger node until it is stopped, {@code
 * node init} and {@code consortium init}, which set nodes up, {@code node rotate} and {@code
 * consortium change}, by which keys change.
 */
public final class NodeMain {
  private static final String NODE = "node";
  private static final String CONSORTIUM = "consortium";
  private static final int USAGE = 2;
  private static final int FAILED = 1;

  private NodeMain() {}

  /**
   * Runs a command.
   *
   * @param args the role, {@code node} or {@code consortium}, and what follows it
   */
  public static void main(String[] args) {
    List<String> rest = List.of(args).subList(Math.min(args.length, 2), args.length);
    if (args.length > 1 && args[1].equals("init")) {
      if (args[0].equals(NODE)) {
        System.exit(InitCommand.run(rest, System.getenv(), System.out, System.err));
      }
      if (args[0].equals(CONSORTIUM)) {
        System.exit(ConsortiumCommand.run(rest, System.getenv(), System.out, System.err));
      }
    }
    if (args.length > 1 && args[0].equals(NODE) && args[1].equals("rotate")) {
      System.exit(RotateCommand.run(rest, System.getenv(), System.out, System.err));
    }
    if (args.length > 1 && args[0].equals(CONSORTIUM) && args[1].equals("change")) {
      System.exit(ChangeCommand.run(rest, System.getenv(), System.out, System.err));
    }
    run(args);
  }

  /** Starts the node and returns; its server keeps the process alive. */
  private static void run(String[] args) {
    boolean attached = args.length == 4 && args[3].equals("--attached");
    if (!(args.length == 3 || attached) || !args[0].equals(NODE) || !args[1].equals("--config")) {
      stop(
          USAGE,
          "Usage: node --config FILE [--attached], node init …, node rotate …, consortium init …,"
              + " or consortium change …");
      return;
    }
    try {
      Node node = Node.start(NodeConfig.read(Path.of(args[2])), Clock.systemUTC(), NodeMain::fail);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close ledger"));
      if (attached) Thread.ofPlatform().name("attached").daemon().start(NodeMain::endWithInput);
      System.out.println("Ledger node ready: http://127.0.0.1:" + node.port() + "/");
    } catch (BadConfigException e) {
      stop(USAGE, e.getMessage());
    } catch (IOException | RuntimeException e) {
      stop(FAILED, "The ledger node could not start: " + e.getMessage());
    }
  }

  /** Whoever started it keeps its input open as long as it lives. */
  private static void endWithInput() {
    try {
      System.in.skipNBytes(Long.MAX_VALUE);
    } catch (IOException _) {
      // its end
    }
    System.exit(0);
  }

  /** The engine runs on: only the end of the process keeps it from signing. */
  private static void fail(String reason) {
    System.err.println("The ledger node cannot go on: " + reason);
    Runtime.getRuntime().halt(FAILED);
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
