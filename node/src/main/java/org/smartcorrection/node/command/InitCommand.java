package org.smartcorrection.node.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.command.Arguments;
import org.smartcorrection.ledger.command.Words;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.node.consensus.GossipKeys;
import org.smartcorrection.node.consortium.Member;
import org.smartcorrection.node.consortium.Members;

/**
 * The command {@code node init FOLDER --name NAME --gossip HOST:PORT --url URL --origins A,B}:
 * makes the keys of a node, its configuration, and the part that the other members may know.
 */
public final class InitCommand {
  private static final Set<String> REQUIRED = Set.of("--name", "--gossip", "--url", "--origins");
  private static final Command COMMAND = new Command("init", REQUIRED, Set.of("--agencies"), 1, 1);

  private final Words words;
  private final Path folder;
  private final Arguments arguments;

  private InitCommand(Words words, Path folder, Arguments arguments) {
    this.words = words;
    this.folder = folder;
    this.arguments = arguments;
  }

  /**
   * Runs it.
   *
   * @param args what follows {@code node init}
   * @return the exit code
   */
  public static int run(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    return COMMAND.run(args, environment, out, err, InitCommand::run);
  }

  private static void run(Arguments arguments, Words words, PrintStream out)
      throws IOException, SetupException {
    new InitCommand(words, Path.of(arguments.words().getFirst()), arguments).run(out);
  }

  private void run(PrintStream out) throws IOException, SetupException {
    String name = arguments.option("--name");
    List<String> origins = List.of(arguments.option("--origins").split(",", -1));
    GossipKeys gossip = GossipKeys.generate();
    Member member = member(gossip);
    List<String> agencies =
        arguments.options().containsKey("--agencies")
            ? PublicPart.agencies(Path.of(arguments.option("--agencies")))
            : List.of();
    var random = new SecureRandom();
    List<SigningKey> logs = new ArrayList<>();
    SigningKey cosigner;
    try {
      for (String origin : origins) logs.add(SigningKey.generate(origin, KeyUse.LOG, random));
      cosigner = SigningKey.generate(name, KeyUse.COSIGNATURE, random);
    } catch (IllegalArgumentException e) {
      throw new SetupException(words.say("init.name", e.getMessage()));
    }
    Files.createDirectories(folder);
    if (Files.exists(folder.resolve("node.keys"))) {
      throw new SetupException(words.say("init.exists", folder.resolve("node.keys")));
    }
    var lines = new ArrayList<String>();
    logs.forEach(log -> lines.add(log.export()));
    lines.add(cosigner.export());
    lines.addAll(gossip.export());
    secret(folder.resolve("node.keys"), String.join("\n", lines) + "\n");
    List<VerifierKey> keys = logs.stream().map(SigningKey::verifierKey).toList();
    var known = new PublicPart(member, keys, cosigner.verifierKey(), agencies);
    Files.writeString(folder.resolve("member.txt"), known.text());
    Files.writeString(folder.resolve("node.properties"), configuration(origins, member));
    out.println(words.say("init.done", folder.resolve("node.keys"), folder.resolve("member.txt")));
  }

  private Member member(GossipKeys gossip) throws SetupException {
    URI url;
    try {
      url = URI.create(arguments.option("--url"));
    } catch (IllegalArgumentException e) {
      throw new SetupException(words.say("init.name", e.getMessage()));
    }
    String[] gossiped = arguments.option("--gossip").split(":", -1);
    try {
      int port = gossiped.length == 2 ? Integer.parseInt(gossiped[1]) : 0;
      var member =
          new Member(arguments.option("--name"), gossiped[0], port, url, gossip.certificate());
      return Members.member(Members.line(member));
    } catch (MalformedException | NumberFormatException e) {
      throw new SetupException(words.say("init.name", e.getMessage()));
    }
  }

  private static String configuration(List<String> origins, Member member) {
    String policies =
        origins.stream()
            .map(origin -> TileLog.name(origin) + ".policy")
            .collect(Collectors.joining(" "));
    int port = member.url().getPort() < 0 ? 0 : member.url().getPort();
    return "data=ledger\nkeys=node.keys\npolicies="
        + policies
        + "\nmembers=members.txt\nport="
        + port
        + "\n";
  }

  /** Readable by its owner alone, from its first byte on. */
  static void secret(Path file, String content) throws IOException {
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(file, content.getBytes(UTF_8));
  }
}
