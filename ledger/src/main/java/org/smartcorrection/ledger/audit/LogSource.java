package org.smartcorrection.ledger.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.order.EntryBundle;
import org.smartcorrection.ledger.order.TilePath;
import org.smartcorrection.ledger.tree.Hash;

/** Where a log's files are read: over HTTP in the layout of C2SP tlog-tiles, or in a directory. */
public sealed interface LogSource extends AutoCloseable {
  /** What of it is read, for messages. */
  String name();

  /** The signed head. */
  String checkpoint() throws IOException;

  /**
   * A tile or an entry bundle, or nothing if it is not there. A directory has no partial tiles of
   * hashes, which a log keeps in memory.
   */
  Optional<byte[]> tile(TilePath tile) throws IOException;

  @Override
  void close();

  /** Reads {@code http(s)://…} over the network, and anything else as a directory. */
  static LogSource of(String where) {
    return where.matches("https?://.*") ? new Served(where) : new Stored(Path.of(where));
  }

  /** A log that a node serves. */
  final class Served implements LogSource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MISSING = 404;
    private static final int OK = 200;

    private final String prefix;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Served(String url) {
      prefix = url.endsWith("/") ? url : url + "/";
    }

    @Override
    public String name() {
      return prefix;
    }

    @Override
    public String checkpoint() throws IOException {
      byte[] note = get("checkpoint").orElseThrow(() -> new IOException("no checkpoint there"));
      return new String(note, UTF_8);
    }

    @Override
    public Optional<byte[]> tile(TilePath tile) throws IOException {
      return get(tile.toString());
    }

    private Optional<byte[]> get(String path) throws IOException {
      var request = HttpRequest.newBuilder(URI.create(prefix + path)).timeout(PATIENCE).build();
      try {
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() == MISSING) return Optional.empty();
        if (answer.statusCode() == OK) return Optional.of(answer.body());
        throw new IOException(path + " is answered with " + answer.statusCode());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        var interrupted = new InterruptedIOException("interrupted while reading a log");
        interrupted.initCause(e);
        throw interrupted;
      }
    }

    @Override
    public void close() {
      client.close();
    }
  }

  /** The directory of a log, which may be in use: only what its head covers is looked at. */
  final class Stored implements LogSource {
    private final Path directory;

    private Stored(Path directory) {
      this.directory = directory;
    }

    @Override
    public String name() {
      return directory.toString();
    }

    @Override
    public String checkpoint() throws IOException {
      return Files.readString(directory.resolve("checkpoint"));
    }

    @Override
    public Optional<byte[]> tile(TilePath tile) throws IOException {
      String full = new TilePath(tile.level(), tile.number(), TilePath.FULL).toString();
      // a part may get its final name between two looks, but only once
      for (String name : List.of(full, full + ".part", full)) {
        Path file = directory.resolve(name);
        if (Files.exists(file)) return begin(Files.readAllBytes(file), tile);
      }
      return Optional.empty();
    }

    private static Optional<byte[]> begin(byte[] content, TilePath tile) {
      if (!tile.isPartial()) return Optional.of(content);
      if (tile.level() != TilePath.ENTRIES) {
        return Optional.of(Arrays.copyOf(content, tile.width() * Hash.LENGTH));
      }
      try {
        List<byte[]> leaves = EntryBundle.begin(content, tile.width());
        return Optional.of(EntryBundle.encode(leaves));
      } catch (MalformedException e) {
        return Optional.of(content); // whoever reads it says what is wrong
      }
    }

    @Override
    public void close() {
      // nothing is kept open
    }
  }
}
