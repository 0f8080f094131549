package org.smartcorrection.node.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.command.Arguments;
import org.smartcorrection.ledger.command.Words;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.node.consortium.Member;
import org.smartcorrection.node.consortium.Members;

/**
 * The command {@code consortium init FOLDER --origins FILE MEMBER...}: makes the files that are the
 * same at every member from what each agency told of itself, and says in plain words what the
 * quorums protect from and what each operator must do.
 */
public final class ConsortiumCommand {
  private static final String ORIGINS = "--origins";
  private static final Command COMMAND =
      new Command("consortium", Set.of(ORIGINS), Set.of(), 2, Integer.MAX_VALUE);

  private final Words words;
  private final PrintStream out;
  private final SequencedMap<String, PublicPart> parts = new LinkedHashMap<>();

  private ConsortiumCommand(Words words, PrintStream out) {
    this.words = words;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @param args what follows {@code consortium init}
   * @return the exit code
   */
  public static int run(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    return COMMAND.run(args, environment, out, err, ConsortiumCommand::run);
  }

  private static void run(Arguments arguments, Words words, PrintStream out)
      throws IOException, SetupException {
    new ConsortiumCommand(words, out).run(arguments);
  }

  private void run(Arguments arguments) throws IOException, SetupException {
    List<Group> groups = groups(Path.of(arguments.option(ORIGINS)));
    for (String file : arguments.words().subList(1, arguments.words().size())) add(Path.of(file));
    var files = new LinkedHashMap<String, String>();
    files.put("members.txt", members());
    for (Group group : groups)
      files.put(TileLog.name(group.origin()) + ".policy", policy(List.of(group)));
    files.put("all.policy", policy(groups));
    Path folder = Path.of(arguments.words().getFirst());
    Files.createDirectories(folder);
    var all = new ByteArrayOutputStream();
    for (var file : files.entrySet()) {
      byte[] content = file.getValue().getBytes(UTF_8);
      Files.write(folder.resolve(file.getKey()), content);
      all.writeBytes(content);
    }
    out.println(
        words.say("consortium.done", parts.size(), folder, String.join(", ", files.keySet())));
    for (Group group : groups) {
      out.println(
          words.say(
              "consortium.group",
              group.origin(),
              group.needed(),
              group.members().size(),
              String.join(", ", group.members()),
              group.safeAgainst(),
              group.liveWithout()));
    }
    out.println(words.say("consortium.engine", parts.size(), (parts.size() - 1) / 3));
    for (PublicPart part : parts.values()) {
      Member member = part.member();
      out.println(
          words.say(
              "consortium.operator",
              member.name(),
              String.join(", ", files.keySet()),
              member.host() + ":" + member.port(),
              member.url()));
    }
    out.println(words.say("consortium.fingerprint", Hash.sha256(all.toByteArray()).hex()));
  }

  private List<Group> groups(Path file) throws IOException, SetupException {
    try {
      return Group.parse(Strict.utf8(Files.readAllBytes(file)));
    } catch (MalformedException e) {
      throw new SetupException(words.say("setup.wrong", file, e.getMessage()));
    }
  }

  private void add(Path file) throws IOException, SetupException {
    try {
      PublicPart part = PublicPart.read(file);
      if (parts.put(part.member().name(), part) != null) {
        throw new SetupException(words.say("consortium.twice", part.member().name()));
      }
    } catch (MalformedException e) {
      throw new SetupException(words.say("setup.wrong", file, e.getMessage()));
    }
  }

  private String members() throws SetupException {
    var text = new StringBuilder();
    for (PublicPart part : parts.values()) text.append(Members.line(part.member())).append('\n');
    try {
      Members.parse(text.toString());
      return text.toString();
    } catch (MalformedException e) {
      throw new SetupException(words.say("setup.wrong", "members.txt", e.getMessage()));
    }
  }

  /** Whom to trust: in one log, as its members need it, or in all, as everybody else does. */
  private String policy(List<Group> groups) throws SetupException {
    var lines = new ArrayList<String>();
    for (Group group : groups) logs(group, lines);
    var cosigners = new LinkedHashSet<String>();
    groups.forEach(group -> cosigners.addAll(group.members()));
    for (String name : cosigners) {
      PublicPart part = parts.get(name);
      if (part == null) throw new SetupException(words.say("consortium.stranger", name));
      lines.add("witness " + name + " " + part.cosigner());
    }
    for (Group group : groups) {
      String all = String.join(" ", group.members());
      lines.add("group " + enough(group) + " " + group.needed() + " " + all);
    }
    lines.add("quorum " + enough(groups.getFirst()));
    for (Group group : groups.subList(1, groups.size()))
      lines.add("quorum " + enough(group) + " " + group.origin());
    var agencies = new TreeSet<String>();
    parts.values().forEach(part -> agencies.addAll(part.agencies()));
    lines.addAll(agencies);
    String text = String.join("\n", lines) + "\n";
    try {
      Policy.parse(text.getBytes(UTF_8));
      return text;
    } catch (MalformedException e) {
      throw new SetupException(
          words.say("setup.wrong", groups.getFirst().origin(), e.getMessage()));
    }
  }

  private static String enough(Group group) {
    return "members-of-" + TileLog.name(group.origin());
  }

  private void logs(Group group, List<String> lines) throws SetupException {
    for (PublicPart part : parts.values()) {
      Optional<VerifierKey> key =
          part.logs().stream().filter(log -> log.name().equals(group.origin())).findFirst();
      if (key.isEmpty())
        throw new SetupException(
            words.say("consortium.nolog", part.member().name(), group.origin()));
      lines.add(
          "log " + key.get() + " " + part.member().url() + TileLog.name(group.origin()) + "/");
    }
  }
}
