package org.smartcorrection.ledger.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.SignedEntry;

/**
 * The ordering of a ledger node in another process, over HTTP on the same machine: {@code POST
 * /entries} with an {@linkplain EntryBundle entry bundle}, answered by one index a line. An answer
 * that got lost does no harm: submit the same entries again.
 */
public final class HttpOrdering implements Ordering, AutoCloseable {
  private static final int OK = 200;
  private static final int MISSING = 404;
  private static final int REFUSED = 422;
  private static final Duration GLANCE = Duration.ofSeconds(5);

  private final HttpClient client;
  private final URI entries;
  private final Duration patience;

  /**
   * A client of one node.
   *
   * @param node such as {@code http://127.0.0.1:7300/}
   * @param patience how long an answer may take
   */
  public HttpOrdering(URI node, Duration patience) {
    this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    this.entries = node.resolve("/entries");
    this.patience = patience;
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> submitted)
      throws IOException, EntryRefusedException {
    if (submitted.isEmpty()) return List.of();
    byte[] bundle = EntryBundle.encode(submitted.stream().map(SignedEntry::leaf).toList());
    HttpRequest request =
        HttpRequest.newBuilder(entries)
            .timeout(patience)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(bundle))
            .build();
    HttpResponse<String> response = send(request);
    String answer = response.body().strip();
    if (response.statusCode() == REFUSED) throw new EntryRefusedException(answer);
    if (response.statusCode() != OK) {
      throw new IOException("the node answers " + response.statusCode() + ": " + answer);
    }
    List<Position> positions = positions(response.body());
    if (positions.size() == submitted.size()) return positions;
    throw new IOException("the node answers for another number of entries");
  }

  /**
   * What the node says under a path, such as {@code correction/ordered}; nothing if it has nothing
   * there.
   */
  public Optional<String> read(String path) throws IOException {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(entries.resolve("/" + path)).timeout(GLANCE).build());
    if (response.statusCode() == MISSING) return Optional.empty();
    if (response.statusCode() == OK) return Optional.of(response.body());
    throw new IOException(path + " is answered with " + response.statusCode());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofString(UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var interrupted = new InterruptedIOException("interrupted while waiting for the node");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  private static List<Position> positions(String body) throws IOException {
    var positions = new ArrayList<Position>();
    try {
      for (String line : body.lines().toList()) positions.add(new Position(Strict.decimal(line)));
    } catch (MalformedException e) {
      throw new IOException("the node's answer is not a list of positions", e);
    }
    return positions;
  }

  @Override
  public void close() {
    client.close();
  }
}
