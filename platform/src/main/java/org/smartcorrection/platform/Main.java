package org.smartcorrection.platform;

import java.util.Arrays;
import java.util.List;
import org.smartcorrection.ledger.command.AuditCommand;
import org.smartcorrection.ledger.command.ExplainCommand;
import org.smartcorrection.ledger.command.VerifyCommand;
import org.smartcorrection.platform.documents.ReadingProgram;

/**
 * Chooses the role by the first argument; only {@code platform} and {@code demo} touch Spring.
 *
 * <p>Exit codes: 0 when all went well, 1 for a failure, 2 for a usage error; from 3 on the known
 * reasons why the platform does not start.
 */
public final class Main {
  private static final int USAGE = 2;
  private static final String KNOWN =
      "platform, demo, node, consortium, verify, explain, audit, monitor";

  private Main() {}

  public static void main(String[] args) throws Exception {
    String role = args.length == 0 ? "platform" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    switch (role) {
      case "platform" -> Application.start(settings(rest));
      case "demo" -> Application.start(settings(rest), "demo");
      case "node", "consortium" -> NodeLauncher.run(args);
      // the platform starts it for files that strangers made; nobody calls it by hand
      case "read" -> ReadingProgram.run(System.in, System.out);
      case "verify" -> System.exit(VerifyCommand.run(rest, System.out, System.err));
      case "explain" -> System.exit(ExplainCommand.run(rest, System.out, System.err));
      case "audit" -> System.exit(AuditCommand.audit(rest, System.out, System.err));
      case "monitor" -> System.exit(AuditCommand.monitor(rest, System.out, System.err));
      default -> {
        System.err.println("Unknown role: " + role + ". Known: " + KNOWN + ".");
        System.exit(USAGE);
      }
    }
  }

  private static String[] settings(String[] args) {
    return switch (Options.read(List.of(args))) {
      case Options.Understood understood -> understood.settings().toArray(String[]::new);
      case Options.Misunderstood(String reason) -> {
        System.err.println(reason);
        System.exit(USAGE);
        throw new IllegalStateException("the process has ended");
      }
    };
  }
}
