package org.smartcorrection.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL that a site runs itself: another cluster than the platform's own, with an empty
 * database. Its programs are those that a demonstration has unpacked.
 */
final class OwnPostgres {
  private static final String USER = "site";
  private static final String PASSWORD = "the-sites-own";

  private final Path programs;
  private final Path folder;
  private final int port;

  private OwnPostgres(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Makes one in an empty folder, and starts it. */
  static OwnPostgres start(Path folder) throws IOException, InterruptedException {
    var server = new OwnPostgres(programs(folder), folder, freePort());
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    String cluster = server.cluster();
    server.run("initdb", "-D", cluster, "-U", USER, "-A", "scram-sha-256", "--pwfile=" + password);
    server.run(
        "pg_ctl",
        "-D",
        cluster,
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
        "start");
    return server;
  }

  /** What the site's operator sets before starting the platform. */
  Map<String, String> environment() {
    return Map.of(
        "SMARTCORRECTION_DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "SMARTCORRECTION_DATABASE_USER",
        USER,
        "SMARTCORRECTION_DATABASE_PASSWORD",
        PASSWORD);
  }

  private String cluster() {
    return folder.resolve("cluster").toString();
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    // as root, PostgreSQL runs only where it does not see that it is root
    if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path said = folder.resolve(program + ".txt");
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    assertEquals(0, exit, () -> "see " + said);
  }

  private static Path programs(Path folder) throws IOException {
    Optional<Path> unpacked = unpacked();
    if (unpacked.isPresent()) return unpacked.get();
    RunningPlatform.demo(folder.resolve("unpacking")).close();
    return unpacked().orElseThrow();
  }

  private static Optional<Path> unpacked() throws IOException {
    if (!Files.exists(Jar.binaries())) return Optional.empty();
    try (Stream<Path> versions = Files.list(Jar.binaries())) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(programs -> Files.exists(programs.resolve("pg_ctl")))
          .findFirst();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void stop() throws IOException, InterruptedException {
    run("pg_ctl", "-D", cluster(), "-w", "-m", "fast", "stop");
  }
}
