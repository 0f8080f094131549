package org.smartcorrection.ledger.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The command {@code explain FILE --policy POLICY}: checks what {@code verify} checks, and says
 * step by step, in words that a judge can follow, in English or Chinese, what each step shows, what
 * all of it proves and what it does not prove.
 */
public final class ExplainCommand {
  private ExplainCommand() {}

  /**
   * Runs the command; its exit codes are those of {@link VerifyCommand}.
   *
   * @param args what follows the word {@code explain}
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return run(List.of(args), System.getenv(), out, err);
  }

  static int run(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    Locale locale = Words.locale(args, environment);
    var explanation = new Explanation(locale);
    Optional<CheckedFile.Request> request = CheckedFile.Request.read(args);
    if (request.isEmpty()) {
      err.println(explanation.usage());
      return VerifyCommand.USAGE;
    }
    Optional<CheckedFile> checked = CheckedFile.check(request.get(), new VerdictWords(locale), err);
    checked.ifPresent(file -> explanation.of(file).forEach(out::println));
    return checked
        .map(file -> file.holds() ? VerifyCommand.VALID : VerifyCommand.INVALID)
        .orElse(VerifyCommand.USAGE);
  }
}
