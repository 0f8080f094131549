package org.smartcorrection.ledger.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;

/**
 * The command {@code verify FILE --policy POLICY}: checks a proof file, or the archive of a whole
 * file, offline and says in plain words, in English or Chinese, what was found.
 */
public final class VerifyCommand {
  /** Exit code: everything holds. */
  public static final int VALID = 0;

  /** Exit code: the file was checked and is not to be relied on. */
  public static final int INVALID = 1;

  /** Exit code: nothing could be checked. */
  public static final int USAGE = 2;

  private record Arguments(Path file, Path policy) {}

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
    var words = new VerdictWords(locale(args, environment));
    Optional<Arguments> arguments = arguments(args);
    if (arguments.isEmpty()) {
      err.println(words.usage());
      return USAGE;
    }
    Path policyFile = arguments.get().policy();
    if (isArchive(arguments.get().file())) return archive(arguments.get(), words, out, err);
    byte[] proof = read(arguments.get().file(), words, err);
    byte[] policy = proof == null ? null : read(policyFile, words, err);
    if (proof == null || policy == null) return USAGE;
    try {
      Verdict verdict = Verifier.verify(proof, Policy.parse(policy));
      words.describe(verdict).forEach(out::println);
      return switch (verdict) {
        case Verdict.Valid _ -> VALID;
        case Verdict.Invalid _ -> INVALID;
      };
    } catch (MalformedException e) {
      err.println(words.badPolicy(policyFile, String.valueOf(e.getMessage())));
      return USAGE;
    }
  }

  /** The archive of a file is a ZIP; no proof file begins like one. */
  private static boolean isArchive(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PK\u0003\u0004");
    } catch (IOException e) {
      return false;
    }
  }

  private static int archive(
      Arguments arguments, VerdictWords words, PrintStream out, PrintStream err) {
    byte[] policy = read(arguments.policy(), words, err);
    if (policy == null) return USAGE;
    try {
      PackageVerdict verdict = PackageVerifier.verify(arguments.file(), Policy.parse(policy));
      words.describe(verdict).forEach(out::println);
      return verdict instanceof PackageVerdict.Valid ? VALID : INVALID;
    } catch (MalformedException e) {
      err.println(words.badPolicy(arguments.policy(), String.valueOf(e.getMessage())));
      return USAGE;
    }
  }

  private static byte @Nullable [] read(Path file, VerdictWords words, PrintStream err) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException | OutOfMemoryError e) {
      err.println(words.unreadable(file));
      return null;
    }
  }

  private static Optional<Arguments> arguments(List<String> args) {
    String file = null;
    String policy = null;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.startsWith("--")) {
        boolean known = arg.equals("--policy") ? policy == null : arg.equals("--lang");
        if (!known || i + 1 == args.size()) return Optional.empty();
        i++;
        if (arg.equals("--policy")) policy = args.get(i);
        else if (!args.get(i).equals("zh") && !args.get(i).equals("en")) return Optional.empty();
      } else if (file == null) {
        file = arg;
      } else {
        return Optional.empty();
      }
    }
    if (file == null || policy == null) return Optional.empty();
    try {
      return Optional.of(new Arguments(Path.of(file), Path.of(policy)));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Locale locale(List<String> args, Map<String, String> environment) {
    String language = environment.getOrDefault("LANG", "");
    for (String name : List.of("LC_MESSAGES", "LC_ALL")) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) language = value;
    }
    int asked = args.indexOf("--lang");
    if (asked >= 0 && asked + 1 < args.size()) language = args.get(asked + 1);
    return language.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
  }
}
