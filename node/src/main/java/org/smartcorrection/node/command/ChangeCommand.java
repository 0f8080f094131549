package org.smartcorrection.node.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smartcorrection.ledger.Durable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.command.Arguments;
import org.smartcorrection.ledger.command.Words;
import org.smartcorrection.ledger.proof.KeyChange;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The command {@code consortium change FOLDER CHANGE.txt}: puts the new key of another member into
 * all policies of a folder, so that what the old one signed keeps its worth.
 */
public final class ChangeCommand {
  private static final String POLICY = ".policy";
  private static final Command COMMAND = new Command("change", Set.of(), Set.of(), 2, 2);

  private ChangeCommand() {}

  /**
   * Runs it.
   *
   * @param args what follows {@code consortium change}
   * @return the exit code
   */
  public static int run(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    return COMMAND.run(args, environment, out, err, ChangeCommand::run);
  }

  private static void run(Arguments arguments, Words words, PrintStream out)
      throws IOException, MalformedException {
    Path file = Path.of(arguments.words().get(1));
    KeyChange change = KeyChange.parse(Strict.utf8(Files.readAllBytes(file)));
    List<Path> changed = apply(change, Path.of(arguments.words().getFirst()));
    String names = String.join(", ", changed.stream().map(Path::toString).toList());
    out.println(words.say("change.done", changed.size(), names, fingerprint(change)));
  }

  static String fingerprint(KeyChange change) {
    return Hash.sha256(change.text().getBytes(UTF_8)).hex();
  }

  /** All policies in a folder; which of them were changed. */
  static List<Path> apply(KeyChange change, Path folder) throws IOException, MalformedException {
    List<Path> policies;
    try (var files = Files.list(folder)) {
      policies = files.filter(file -> file.toString().endsWith(POLICY)).sorted().toList();
    }
    var changed = new ArrayList<Path>();
    for (Path policy : policies) if (apply(change, policy, policy)) changed.add(policy);
    return changed;
  }

  private static boolean apply(KeyChange change, Path policy, Path to)
      throws IOException, MalformedException {
    String before = Strict.utf8(Files.readAllBytes(policy));
    String after = change.in(before);
    if (after.equals(before)) return false;
    Durable.replace(to.toAbsolutePath(), after.getBytes(UTF_8));
    return true;
  }
}
