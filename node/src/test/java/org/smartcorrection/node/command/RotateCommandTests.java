package org.smartcorrection.node.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.proof.Policy;

class RotateCommandTests {
  private static final String CORRECTION = "qinghe.example/correction";
  private static final String JUSTICE = "qinghe.example/justice";
  private static final List<String> FILES =
      List.of("correction.policy", "justice.policy", "all.policy");

  @TempDir Path directory;

  /** A command, as {@code main} calls it. */
  private interface Command {
    int run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err);
  }

  private static int run(Command command, Object... words) {
    var out = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
    List<String> args = List.of(words).stream().map(String::valueOf).toList();
    return command.run(args, Map.of(), out, out);
  }

  private Path found() throws IOException {
    Path origins =
        Files.writeString(
            directory.resolve("origins"),
            "origin %s 2 bureau court\norigin %s 1 court\n".formatted(CORRECTION, JUSTICE));
    Path common = directory.resolve("common");
    var arguments = new ArrayList<Object>(List.of(common, "--origins", origins));
    for (String name : List.of("bureau", "court")) {
      Path own = directory.resolve(name);
      String logs = CORRECTION + "," + JUSTICE;
      String url = "http://127.0.0.1:7300/";
      assertEquals(
          0,
          run(
              InitCommand::run,
              own,
              "--name",
              name,
              "--gossip",
              "127.0.0.1:7301",
              "--url",
              url,
              "--origins",
              logs));
      arguments.add(own.resolve("member.txt"));
    }
    assertEquals(0, run(ConsortiumCommand::run, arguments.toArray()));
    for (String name : List.of("bureau", "court"))
      for (String file : FILES)
        Files.copy(common.resolve(file), directory.resolve(name).resolve(file));
    return common;
  }

  private static Policy policy(Path file) throws Exception {
    return Policy.parse(Files.readAllBytes(file));
  }

  @Test
  void a_member_changes_its_keys_and_the_others_take_the_new_ones() throws Exception {
    Path common = found();
    Policy all = policy(common.resolve("all.policy"));
    assertEquals(List.of(Set.of("court")), all.quorum(JUSTICE).seats());
    assertEquals(2, all.quorum(CORRECTION).seats().size());
    Path court = directory.resolve("court");
    Path bureau = directory.resolve("bureau");
    String before = Files.readString(court.resolve("node.keys"));
    assertEquals(2, run(RotateCommand::run, court, "--key", "nobody"));
    assertEquals(before, Files.readString(court.resolve("node.keys")));
    assertEquals(0, run(RotateCommand::run, court, "--key", "court"));
    String after = Files.readString(court.resolve("node.keys"));
    assertTrue(after.contains("\nretired court+"));
    assertFalse(after.contains(before.lines().skip(2).findFirst().orElseThrow()), "the old secret");
    Path change = court.resolve("change.txt");
    assertEquals(0, run(ChangeCommand::run, bureau, change));
    assertEquals(0, run(ChangeCommand::run, common, change));
    for (String file : FILES) {
      String own = Files.readString(court.resolve(file));
      assertEquals(own, Files.readString(bureau.resolve(file)));
      assertEquals(own, Files.readString(common.resolve(file)));
      Policy policy = policy(bureau.resolve(file));
      assertEquals(
          List.of(Set.of("court", "court-2")),
          policy.quorum(JUSTICE).seats().reversed().subList(0, 1));
    }
    assertEquals(0, run(RotateCommand::run, court, "--key", JUSTICE));
    assertEquals(0, run(ChangeCommand::run, bureau, change));
    assertEquals(
        3,
        policy(bureau.resolve("all.policy")).logs().stream()
            .filter(log -> log.name().equals(JUSTICE))
            .count());
    assertEquals(2, run(ChangeCommand::run, bureau, common.resolve("all.policy")));
  }
}
