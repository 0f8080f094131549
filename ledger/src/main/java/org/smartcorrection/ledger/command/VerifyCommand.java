package org.smartcorrection.ledger.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command {@code verify FILE --policy POLICY}: checks a proof file, a case proof, the archive
 * of a whole file, or evidence that a log told two stories, offline, and says in plain words, in
 * English or Chinese, what was found.
 */
public final class VerifyCommand {
  /** Exit code: everything holds. */
  public static final int VALID = 0;

  /** Exit code: the file was checked and is not to be relied on. */
  public static final int INVALID = 1;

  /** Exit code: nothing could be checked. */
  public static final int USAGE = 2;

  private VerifyCommand() {}

  /**
   * Runs the command; the language is the one of {@code --lang}, else that of the environment.
   *
   * @param args what follows the word {@code verify}
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return run(List.of(args), System.getenv(), out, err);
  }

  static int run(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    var words = new VerdictWords(Words.locale(args, environment));
    Optional<CheckedFile.Request> request = CheckedFile.Request.read(args);
    if (request.isEmpty()) {
      err.println(words.usage());
      return USAGE;
    }
    Optional<CheckedFile> checked = CheckedFile.check(request.get(), words, err);
    checked.ifPresent(file -> words.describe(file).forEach(out::println));
    return checked.map(file -> file.holds() ? VALID : INVALID).orElse(USAGE);
  }
}
