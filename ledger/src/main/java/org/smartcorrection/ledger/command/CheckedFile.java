package org.smartcorrection.ledger.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.proof.PackageVerdict;
import org.smartcorrection.ledger.proof.PackageVerifier;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.ledger.witness.Fork;

/** A file of any kind that was checked against a policy, and what was found. */
sealed interface CheckedFile {
  /** A proof file, a case proof, or what the code on a paper says. */
  record Proof(Verdict verdict) implements CheckedFile {}

  /** The archive of a whole file. */
  record Archive(PackageVerdict verdict) implements CheckedFile {}

  /** Evidence that a log told two stories. */
  record TwoStories(boolean proven) implements CheckedFile {}

  /** Whether it is to be relied on. */
  default boolean holds() {
    return switch (this) {
      case Proof(Verdict.Valid _), Proof(Verdict.Complete _) -> true;
      case Proof(Verdict.Invalid _) -> false;
      case Archive(var verdict) -> verdict instanceof PackageVerdict.Valid;
      case TwoStories(var proven) -> proven;
    };
  }

  /** What was typed. */
  record Request(Path file, Path policy) {
    private static final String POLICY = "--policy";

    static Optional<Request> read(List<String> args) {
      try {
        return Arguments.read(args, Set.of(POLICY))
            .filter(read -> read.words().size() == 1)
            .map(
                read ->
                    new Request(Path.of(read.words().getFirst()), Path.of(read.option(POLICY))));
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
  }

  /** Reads and checks; empty, with a word why, when nothing could be checked. */
  static Optional<CheckedFile> check(Request request, VerdictWords words, PrintStream err) {
    try {
      Policy policy = Policy.parse(bytes(request.policy()));
      if (isArchive(request.file())) {
        return Optional.of(new Archive(PackageVerifier.verify(request.file(), policy)));
      }
      byte[] proof = bytes(request.file());
      return Optional.of(
          Fork.isEvidence(proof)
              ? new TwoStories(isProven(proof, policy))
              : new Proof(Verifier.verify(proof, policy)));
    } catch (MalformedException e) {
      err.println(words.badPolicy(request.policy(), String.valueOf(e.getMessage())));
    } catch (Unreadable e) {
      err.println(words.unreadable(e.file));
    }
    return Optional.empty();
  }

  private static boolean isProven(byte[] file, Policy policy) {
    try {
      return Fork.parse(file).isProvenAgainst(policy.logs());
    } catch (MalformedException e) {
      return false;
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

  private static byte[] bytes(Path file) throws Unreadable {
    try {
      return Files.readAllBytes(file);
    } catch (IOException | OutOfMemoryError e) {
      throw new Unreadable(file, e);
    }
  }

  /** A file that cannot be read. */
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    private Unreadable(Path file, Throwable cause) {
      super("unreadable", cause);
      this.file = file;
    }
  }
}
