package org.smartcorrection.platform.evidence;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.kernel.OwnProgram;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * The nodes of five agencies on one machine, for the demonstration: each a process with keys of its
 * own in a folder of its own, set up by the same commands that operators use. They join while pages
 * are served already, and end with this process, however it ends.
 */
class FiveNodes implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(FiveNodes.class);
  static final List<String> NAMES = List.of("bureau", "court", "procuratorate", "police", "prison");
  private static final List<String> FILES =
      List.of("members.txt", "correction.policy", "justice.policy", "linkage.policy");
  private static final String ORIGINS =
      """
      # who cosigns which log, and how many make it final
      origin smartcorrection.org/correction 4 bureau court procuratorate police prison
      origin smartcorrection.org/justice 3 court procuratorate police prison
      origin smartcorrection.org/linkage 2 bureau procuratorate police
      """;
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx300m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED");

  private final Path folder;
  private final AgencyKeys keys;
  private final Agencies agencies;
  private final Registrar registrar;
  private final List<Integer> ports;
  private final List<Process> processes = new ArrayList<>();
  private volatile boolean running;

  /**
   * Five nodes that are not started yet.
   *
   * @param folder with a folder for each of them
   */
  FiveNodes(Path folder, AgencyKeys keys, Agencies agencies, Registrar registrar)
      throws IOException {
    this.folder = folder;
    this.keys = keys;
    this.agencies = agencies;
    this.registrar = registrar;
    this.ports = ports(folder);
  }

  /** They keep their addresses: all members know them. */
  private static List<Integer> ports(Path folder) throws IOException {
    Path file = folder.resolve("ports");
    if (!Files.exists(file)) {
      DataFolder.create(folder);
      Files.write(file, freePorts(2 * NAMES.size()).stream().map(String::valueOf).toList());
    }
    return Files.readAllLines(file).stream().map(Integer::valueOf).toList();
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < count; i++)
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : sockets) socket.close();
    }
  }

  private URI address(int member) {
    return URI.create("http://127.0.0.1:" + ports.get(2 * member) + "/");
  }

  /** The node of the justice bureau, to which this installation speaks. */
  URI first() {
    return address(0);
  }

  /** The node of the procuratorate. */
  URI oversight() {
    return address(NAMES.indexOf("procuratorate"));
  }

  /** Whom the members trust, in all logs. */
  Path policy() {
    return folder.resolve("common").resolve("all.policy");
  }

  @Override
  public void start() {
    running = true;
  }

  /** Once the agencies are known whose entries the members take. */
  @EventListener
  void on(ApplicationReadyEvent ready) {
    Thread.ofPlatform().name("five-nodes").daemon().start(this::begin);
  }

  private void begin() {
    try {
      if (!Files.exists(policy())) found();
      for (String name : NAMES) if (running) join(folder.resolve(name));
    } catch (IOException e) {
      LOG.error("the nodes of the consortium do not start: {}", e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What five operators and a founder do. */
  private void found() throws IOException, InterruptedException {
    var known = new ArrayList<>(registrar.all());
    for (Agency agency : agencies.all()) known.add(agency.code());
    Path offices = folder.resolve("agencies");
    Files.writeString(offices, PolicyText.of(keys, known, registrar.all()).text());
    Path origins = Files.writeString(folder.resolve("origins"), ORIGINS);
    var arguments =
        new ArrayList<>(
            List.of("consortium", "init", folder.resolve("common").toString(), "--origins"));
    arguments.add(origins.toString());
    String logs =
        String.join(
            ",",
            ORIGINS
                .lines()
                .filter(line -> line.startsWith("origin "))
                .map(line -> line.split(" ", 3)[1])
                .toList());
    for (int i = 0; i < NAMES.size(); i++) {
      Path own = folder.resolve(NAMES.get(i));
      arguments.add(own.resolve("member.txt").toString());
      if (Files.exists(own.resolve("member.txt"))) continue;
      run(
          List.of(
              "node",
              "init",
              own.toString(),
              "--name",
              NAMES.get(i),
              "--gossip",
              "127.0.0.1:" + ports.get(2 * i + 1),
              "--url",
              address(i).toString(),
              "--origins",
              logs,
              "--agencies",
              offices.toString()));
    }
    run(arguments);
    for (String name : NAMES)
      for (String file : FILES)
        Files.copy(folder.resolve("common").resolve(file), folder.resolve(name).resolve(file));
  }

  private void run(List<String> arguments) throws IOException, InterruptedException {
    File log = folder.resolve("init.log").toFile();
    Process process =
        OwnProgram.of(OPTIONS, arguments)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    if (process.waitFor() != 0) throw new IOException("see " + log);
  }

  /** Its input stays open as long as this process lives: then it ends as well. */
  private synchronized void join(Path own) throws IOException {
    File log = own.resolve("node.log").toFile();
    processes.add(
        OwnProgram.of(
                OPTIONS,
                List.of(
                    "node", "--config", own.resolve("node.properties").toString(), "--attached"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start());
  }

  @Override
  public synchronized void stop() {
    running = false;
    processes.forEach(Process::destroy);
    processes.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
