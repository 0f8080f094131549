package org.smartcorrection.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.TrustedHead;
import org.smartcorrection.ledger.proof.TrustedHead.UntrustedException;

/** A consortium of five agencies on this machine, four of which make a head final. */
final class FiveMembers implements AutoCloseable {
  static final int MEMBERS = 5;

  private static final List<String> NAMES =
      List.of("bureau", "court", "procuratorate", "police", "prison");
  private static final int QUORUM = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final List<URI> urls = new ArrayList<>();
  private final List<@Nullable RunningNode> running = new ArrayList<>();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Policy policy;

  FiveMembers(Path folder) throws IOException, InterruptedException, MalformedException {
    this.folder = folder;
    Path agencies = Files.writeString(folder.resolve("agencies"), LedgerSite.agencyLine());
    String origin =
        "origin " + LedgerSite.ORIGIN + " " + QUORUM + " " + String.join(" ", NAMES) + "\n";
    Path origins = Files.writeString(folder.resolve("origins"), origin);
    Path common = folder.resolve("common");
    var found =
        new ArrayList<>(
            List.of("consortium", "init", common.toString(), "--origins", origins.toString()));
    List<Integer> ports = freePorts(2 * MEMBERS);
    for (int i = 0; i < MEMBERS; i++) {
      urls.add(URI.create("http://127.0.0.1:" + ports.get(2 * i) + "/"));
      running.add(null);
      List<String> options =
          List.of(
              "--name",
              NAMES.get(i),
              "--gossip",
              "127.0.0.1:" + ports.get(2 * i + 1),
              "--url",
              urls.get(i).toString(),
              "--origins",
              LedgerSite.ORIGIN,
              "--agencies",
              agencies.toString());
      var init = new ArrayList<>(List.of("node", "init", member(i).toString()));
      init.addAll(options);
      RunningNode.run(init);
      found.add(member(i).resolve("member.txt").toString());
    }
    RunningNode.run(found);
    for (int i = 0; i < MEMBERS; i++)
      for (String file : List.of("members.txt", "correction.policy"))
        Files.copy(common.resolve(file), member(i).resolve(file));
    policy = Policy.parse(Files.readAllBytes(common.resolve("correction.policy")));
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    for (int i = 0; i < count; i++) sockets.add(new ServerSocket(0));
    for (ServerSocket socket : sockets) socket.close();
    return sockets.stream().map(ServerSocket::getLocalPort).toList();
  }

  private Path member(int i) {
    return folder.resolve(NAMES.get(i));
  }

  URI url(int i) {
    return urls.get(i);
  }

  Policy policy() {
    return policy;
  }

  void start(int i) throws IOException {
    running.set(i, RunningNode.start(member(i).resolve("node.properties")));
  }

  /** Starts all, and waits until they serve. */
  void startAll() throws IOException {
    for (int i = 0; i < MEMBERS; i++) start(i);
  }

  /** A copy of a member on another machine, as it were: the same keys, other addresses. */
  RunningNode twin(int i) throws IOException {
    Path twin = Files.createDirectory(folder.resolve("twin"));
    for (String file : List.of("members.txt", "correction.policy", "node.keys"))
      Files.copy(member(i).resolve(file), twin.resolve(file));
    List<Integer> ports = freePorts(2);
    String config =
        Files.readString(member(i).resolve("node.properties"))
            .replaceFirst("(?m)^port=.*$", "port=" + ports.getFirst());
    Path file =
        Files.writeString(
            twin.resolve("node.properties"), config + "listen=127.0.0.1:" + ports.getLast() + "\n");
    return RunningNode.start(file);
  }

  void kill(int i) throws InterruptedException {
    RunningNode node = running.get(i);
    running.set(i, null);
    if (node != null) node.kill();
  }

  /** The head that a member serves, checked. */
  TrustedHead head(int i) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(urls.get(i).resolve("correction/checkpoint"))
            .timeout(PATIENCE)
            .build();
    try {
      return TrustedHead.read(client.send(request, BodyHandlers.ofString(UTF_8)).body(), policy);
    } catch (UntrustedException e) {
      throw new IllegalStateException("a member serves a head that nobody may trust", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    try {
      for (int i = 0; i < MEMBERS; i++) kill(i);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
