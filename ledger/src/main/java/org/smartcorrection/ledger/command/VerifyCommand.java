package org.smartcorrection.ledger.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.proof.PackageVerdict;
import org.smartcorrection.ledger.proof.PackageVerifier;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.ledger.witness.Fork;

/**
 * The command {@code verify FILE --policy POLICY}: checks a proof file, the archive of a whole
 * file, or evidence that a log told two stories, offline, and says in plain words, in English or
 * Chinese, what was found.
 */
public final class VerifyCommand {
  /** Exit code: everything holds. */
  public static final int VALID = 0;

  /** Exit code: the file was checked and is not to be relied on. */
  public static final int INVALID = 1;

  /** Exit code: nothing could be checked. */
  public static final int USAGE = 2;

  private static final String POLICY = "--policy";

  private record Request(Path file, Path policy) {}

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
    Optional<Request> request = request(args);
    if (request.isEmpty()) {
      err.println(words.usage());
      return USAGE;
    }
    Path policyFile = request.get().policy();
    if (isArchive(request.get().file())) return archive(request.get(), words, out, err);
    byte[] proof = read(request.get().file(), words, err);
    byte[] policy = proof == null ? null : read(policyFile, words, err);
    if (proof == null || policy == null) return USAGE;
    try {
      Policy trusted = Policy.parse(policy);
      if (Fork.isEvidence(proof)) return fork(proof, trusted, words, out);
      Verdict verdict = Verifier.verify(proof, trusted);
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

  private static int fork(byte[] file, Policy policy, VerdictWords words, PrintStream out) {
    boolean proven;
    try {
      proven = Fork.parse(file).isProvenAgainst(policy.logs());
    } catch (MalformedException e) {
      proven = false;
    }
    words.describeFork(proven).forEach(out::println);
    return proven ? VALID : INVALID;
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
      Request request, VerdictWords words, PrintStream out, PrintStream err) {
    byte[] policy = read(request.policy(), words, err);
    if (policy == null) return USAGE;
    try {
      PackageVerdict verdict = PackageVerifier.verify(request.file(), Policy.parse(policy));
      words.describe(verdict).forEach(out::println);
      return verdict instanceof PackageVerdict.Valid ? VALID : INVALID;
    } catch (MalformedException e) {
      err.println(words.badPolicy(request.policy(), String.valueOf(e.getMessage())));
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

  private static Optional<Request> request(List<String> args) {
    try {
      return Arguments.read(args, Set.of(POLICY))
          .filter(read -> read.words().size() == 1)
          .map(read -> new Request(Path.of(read.words().getFirst()), Path.of(read.option(POLICY))));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
