package org.smartcorrection.node.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.smartcorrection.ledger.Durable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.command.Arguments;
import org.smartcorrection.ledger.command.Words;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.proof.KeyChange;
import org.smartcorrection.node.consensus.GossipKeys;

/**
 * The command {@code node rotate FOLDER --key NAME}: gives a node that does not run a new key as
 * cosigner, or for a log, puts it into its own policies, and makes the file by which the other
 * members do the same.
 */
public final class RotateCommand {
  private static final String KEY = "--key";
  private static final String LOST = "--lost";
  private static final String KEYS = "node.keys";
  private static final String CHANGE = "change.txt";
  private static final Command COMMAND = new Command("rotate", Set.of(KEY), Set.of(LOST), 1, 1);

  private final Words words;
  private final Path folder;

  private RotateCommand(Words words, Path folder) {
    this.words = words;
    this.folder = folder;
  }

  /**
   * Runs it.
   *
   * @param args what follows {@code node rotate}
   * @return the exit code
   */
  public static int run(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    return COMMAND.run(args, environment, out, err, RotateCommand::run);
  }

  private static void run(Arguments arguments, Words words, PrintStream out)
      throws IOException, SetupException, MalformedException {
    String lost = arguments.options().getOrDefault(LOST, "no");
    if (!lost.matches("yes|no")) throw new SetupException(words.plain("rotate.usage"));
    var command = new RotateCommand(words, Path.of(arguments.words().getFirst()));
    command.run(arguments.option(KEY), lost.equals("yes"), out);
  }

  private void run(String name, boolean lost, PrintStream out)
      throws IOException, SetupException, MalformedException {
    List<String> lines =
        new ArrayList<>(Strict.utf8(Files.readAllBytes(folder.resolve(KEYS))).lines().toList());
    int at = place(lines, name);
    SigningKey old = SigningKey.parse(lines.get(at));
    KeyUse use = old.verifierKey().use();
    SigningKey now = SigningKey.generate(old.verifierKey().name(), use, new SecureRandom());
    SortedMap<String, Long> sizes = lost ? sizes(old) : new TreeMap<>();
    var change = new KeyChange(old.verifierKey(), now.verifierKey(), sizes);
    lines.set(at, now.export());
    lines.add("retired " + old.verifierKey());
    // the key first: a node without its policy does not start, one without its key is lost
    keep(String.join("\n", lines) + "\n");
    Durable.replace(folder.resolve(CHANGE).toAbsolutePath(), change.text().getBytes(UTF_8));
    ChangeCommand.apply(change, folder);
    out.println(
        words.say("rotate.done", name, folder.resolve(CHANGE), ChangeCommand.fingerprint(change)));
    if (lost) out.println(words.say("rotate.lost", sizes));
  }

  /** The one key of this name, or of this name and id. */
  private int place(List<String> lines, String name) throws SetupException, MalformedException {
    int found = -1;
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (GossipKeys.isLine(line) || line.startsWith("retired ")) continue;
      var key = SigningKey.parse(line).verifierKey();
      if (!key.name().equals(name) && !key.reference().equals(name)) continue;
      if (found >= 0) throw new SetupException(words.say("rotate.several", name));
      found = at;
    }
    if (found < 0) throw new SetupException(words.say("rotate.none", name, folder.resolve(KEYS)));
    return found;
  }

  /** How far each log is final here, of those for which the key signs. */
  private SortedMap<String, Long> sizes(SigningKey key) throws IOException, MalformedException {
    var sizes = new TreeMap<String, Long>();
    List<Path> logs;
    try (var files = Files.list(folder.resolve("ledger"))) {
      logs = files.filter(log -> Files.exists(log.resolve("checkpoint"))).sorted().toList();
    }
    for (Path log : logs) {
      Path last = log.resolve(Files.exists(log.resolve("final")) ? "final" : "checkpoint");
      SignedNote note = SignedNote.parse(Strict.utf8(Files.readAllBytes(last)));
      Checkpoint head = Checkpoint.parse(note.text());
      boolean signs =
          key.verifierKey().use().cosigns() || key.verifierKey().name().equals(head.origin());
      if (signs) sizes.put(head.origin(), head.size());
    }
    return sizes;
  }

  /** Readable by its owner alone, and never half written. */
  private void keep(String content) throws IOException {
    Path fresh = folder.resolve(KEYS + ".new");
    Files.deleteIfExists(fresh);
    InitCommand.secret(fresh, content);
    Files.move(
        fresh,
        folder.resolve(KEYS),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    Durable.forceNames(folder.toAbsolutePath());
  }
}
