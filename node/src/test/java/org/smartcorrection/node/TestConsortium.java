package org.smartcorrection.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.node.command.ConsortiumCommand;
import org.smartcorrection.node.command.InitCommand;

/** A consortium as operators found it: keys, public parts, common files, a process for each. */
final class TestConsortium implements AutoCloseable {
  static final String JUSTICE = "qinghe.example/justice";

  private final Path directory;
  private final List<String> names;
  private final List<URI> urls = new ArrayList<>();
  private final List<@Nullable Process> processes = new ArrayList<>();
  final String said;

  TestConsortium(Path directory, List<String> names, int needed) throws IOException {
    this.directory = directory;
    this.names = names;
    Path agencies = Files.writeString(directory.resolve("agencies"), Site.agencyLine());
    List<Integer> ports = freePorts(2 * names.size());
    var arguments = new ArrayList<>(List.of(common().toString(), "--origins"));
    arguments.add(
        Files.writeString(
                directory.resolve("origins"),
                "origin "
                    + Site.ORIGIN
                    + " "
                    + needed
                    + " "
                    + String.join(" ", names)
                    + "\n"
                    + "origin "
                    + JUSTICE
                    + " 1 "
                    + names.getLast()
                    + "\n")
            .toString());
    for (int i = 0; i < names.size(); i++) {
      urls.add(URI.create("http://127.0.0.1:" + ports.get(2 * i) + "/"));
      processes.add(null);
      Path folder = folder(i);
      command(
          List.of(
              folder.toString(),
              "--name",
              names.get(i),
              "--gossip",
              "127.0.0.1:" + ports.get(2 * i + 1),
              "--url",
              urls.get(i).toString(),
              "--origins",
              Site.ORIGIN + "," + JUSTICE,
              "--agencies",
              agencies.toString()),
          InitCommand::run);
      arguments.add(folder.resolve("member.txt").toString());
    }
    said = command(arguments, ConsortiumCommand::run);
    for (int i = 0; i < names.size(); i++) {
      for (String file : List.of("members.txt", "correction.policy", "justice.policy")) {
        Files.copy(common().resolve(file), folder(i).resolve(file));
      }
    }
  }

  /** A command, as {@code main} calls it. */
  interface Command {
    int run(List<String> args, Map<String, String> env, PrintStream out, PrintStream err);
  }

  /** What a command says that does what it is asked. */
  static String command(List<String> args, Command command) {
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, UTF_8);
    int code = command.run(args, Map.of(), stream, stream);
    assertEquals(0, code, said.toString(UTF_8));
    return said.toString(UTF_8);
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    for (int i = 0; i < count; i++) sockets.add(new ServerSocket(0));
    for (ServerSocket socket : sockets) socket.close();
    return sockets.stream().map(ServerSocket::getLocalPort).toList();
  }

  /** What is the same at every member. */
  Path common() {
    return directory.resolve("common");
  }

  Path folder(int member) {
    return directory.resolve(names.get(member));
  }

  URI url(int member) {
    return urls.get(member);
  }

  Policy policy(String name) throws IOException, MalformedException {
    return Policy.parse(Files.readAllBytes(common().resolve(name)));
  }

  /** Adds a line to the configuration of each member. */
  void set(String line) throws IOException {
    for (int i = 0; i < names.size(); i++)
      Files.writeString(
          folder(i).resolve("node.properties"), line + "\n", StandardOpenOption.APPEND);
  }

  /** Starts a member and waits until it serves. */
  void start(int member) throws IOException {
    NodeProcessTests.address(launch(member));
  }

  private Process launch(int member) throws IOException {
    Process process =
        NodeProcessTests.node(folder(member).resolve("node.properties"))
            .redirectError(folder(member).resolve("errors").toFile())
            .start();
    processes.set(member, process);
    return process;
  }

  void startAll() throws IOException {
    var launched = new ArrayList<Process>();
    for (int i = 0; i < names.size(); i++) launched.add(launch(i));
    for (Process process : launched) NodeProcessTests.address(process);
  }

  /** Takes the power away from a member. */
  void kill(int member) throws InterruptedException {
    Process process = processes.get(member);
    if (process != null) process.destroyForcibly().waitFor();
    processes.set(member, null);
  }

  /** Asks a member to end, as its operator does. */
  void stop(int member) throws InterruptedException {
    Process process = processes.get(member);
    if (process != null) {
      process.destroy();
      process.waitFor();
    }
    processes.set(member, null);
  }

  /** Takes the files of the log away from a member that does not run. */
  void loseLog(int member) throws IOException {
    Files.move(
        folder(member).resolve("ledger").resolve("correction"), folder(member).resolve("lost"));
  }

  String errors(int member) throws IOException {
    return Files.readString(folder(member).resolve("errors"));
  }

  @Override
  public void close() {
    try {
      for (int i = 0; i < names.size(); i++) kill(i);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
