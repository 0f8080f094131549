package org.smartcorrection.ledger.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.audit.Audit;
import org.smartcorrection.ledger.audit.Finding;
import org.smartcorrection.ledger.audit.LogSource;
import org.smartcorrection.ledger.audit.Monitor;
import org.smartcorrection.ledger.audit.Monitor.Served;
import org.smartcorrection.ledger.proof.Policy;

/**
 * The commands {@code audit LOG --policy POLICY}, which reads a whole log, and {@code monitor LOG…
 * --policy POLICY --memory FOLDER}, which compares members. A log is a directory or an address.
 * Both say in plain words, in English or Chinese, what was found.
 */
public final class AuditCommand {
  /** Exit code: all of it holds. */
  public static final int SOUND = 0;

  /** Exit code: something does not hold. */
  public static final int UNSOUND = 1;

  /** Exit code: nothing could be checked. */
  public static final int USAGE = 2;

  private static final String MESSAGES = "org.smartcorrection.ledger.command.audit";
  private static final String POLICY = "--policy";
  private static final String MEMORY = "--memory";

  private final Words words;
  private final PrintStream out;
  private final PrintStream err;

  private AuditCommand(Words words, PrintStream out, PrintStream err) {
    this.words = words;
    this.out = out;
    this.err = err;
  }

  /**
   * Audits one log.
   *
   * @param args what follows the word {@code audit}
   * @return the exit code
   */
  public static int audit(String[] args, PrintStream out, PrintStream err) {
    return audit(List.of(args), System.getenv(), out, err);
  }

  static int audit(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    var words = new Words(MESSAGES, Words.locale(args, environment));
    Optional<Arguments> read =
        Arguments.read(args, Set.of(POLICY)).filter(known -> known.words().size() == 1);
    return new AuditCommand(words, out, err).run(read, "usage.audit");
  }

  /**
   * Compares members.
   *
   * @param args what follows the word {@code monitor}
   * @return the exit code
   */
  public static int monitor(String[] args, PrintStream out, PrintStream err) {
    return monitor(List.of(args), System.getenv(), out, err);
  }

  static int monitor(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    var words = new Words(MESSAGES, Words.locale(args, environment));
    Optional<Arguments> read =
        Arguments.read(args, Set.of(POLICY, MEMORY)).filter(known -> !known.words().isEmpty());
    return new AuditCommand(words, out, err).run(read, "usage.monitor");
  }

  private int run(Optional<Arguments> read, String usage) {
    if (read.isEmpty()) {
      err.println(words.plain(usage));
      return USAGE;
    }
    String file = read.get().option(POLICY);
    try {
      Policy policy = Policy.parse(Files.readAllBytes(Path.of(file)));
      List<LogSource> logs = read.get().words().stream().map(LogSource::of).toList();
      try {
        String memory = read.get().options().get(MEMORY);
        return memory == null
            ? audit(Audit.of(logs.getFirst(), policy))
            : monitor(new Monitor(policy, Path.of(memory)).compare(logs));
      } finally {
        logs.forEach(LogSource::close);
      }
    } catch (MalformedException e) {
      err.println(words.say("bad-policy", file, String.valueOf(e.getMessage())));
    } catch (IOException | InvalidPathException e) {
      err.println(words.say("unreadable", String.valueOf(e.getMessage())));
    } catch (IllegalArgumentException e) {
      err.println(words.plain(usage));
    }
    return USAGE;
  }

  private int audit(Audit.Report report) {
    out.println(words.say(report.isSound() ? "sound" : "unsound"));
    report
        .head()
        .ifPresent(head -> out.println(words.say("head", head.origin(), head.size(), head.root())));
    out.println(words.say("read", report.entries(), report.cases()));
    out.println(words.say("cosigners", String.join(", ", report.cosigners())));
    for (Finding finding : report.findings()) {
      out.println(words.say("finding", words.plain("kind." + finding.kind()), finding.where()));
    }
    long more = report.found() - report.findings().size();
    if (more > 0) out.println(words.say("more", more));
    return report.isSound() ? SOUND : UNSOUND;
  }

  private int monitor(Monitor.Report report) {
    out.println(words.say(report.isSound() ? "one-story" : "not-one-story"));
    for (Served served : report.members()) {
      out.println(
          switch (served) {
            case Served.Sound(var member, var head, var cosigners, boolean isFinal) ->
                words.say(
                    isFinal ? "member.final" : "member.sound",
                    member,
                    head.origin(),
                    head.size(),
                    String.join(", ", cosigners));
            case Served.RolledBack(var member, var head, long before) ->
                words.say("member.rolled-back", member, head.origin(), head.size(), before);
            case Served.Unsound(var member, var problem) ->
                words.say("member.unsound", member, problem);
          });
    }
    for (Path fork : report.forks()) out.println(words.say("fork", fork));
    return report.isSound() ? SOUND : UNSOUND;
  }
}
