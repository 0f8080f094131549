package org.smartcorrection.node;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.order.TilePath;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The reading side of a node's logs, each under the end of its origin: {@code GET
 * /correction/checkpoint} and {@code GET /correction/tile/…} in the open layout of C2SP tlog-tiles,
 * {@code GET /correction/ordered} the newest head of this node, final or not, and {@code GET
 * /correction/entry/<index>} the bytes of one leaf.
 */
final class LogHandler extends Answering {
  private static final String BYTES = "application/octet-stream";

  private final Map<String, ServedLog> logs;

  LogHandler(List<ServedLog> logs) {
    this.logs = logs.stream().collect(Collectors.toMap(ServedLog::name, Function.identity()));
  }

  @Override
  Answer answer(HttpExchange exchange) throws IOException, MalformedException {
    String[] parts = exchange.getRequestURI().getPath().split("/", 3);
    ServedLog served = parts.length == 3 ? logs.get(parts[1]) : null;
    if (served == null) return Answer.notFound();
    return switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> read(served, parts[2]);
      default -> Answer.wrongMethod("GET and HEAD");
    };
  }

  private static Answer read(ServedLog served, String path) throws IOException, MalformedException {
    TileLog log = served.log();
    if (path.equals("checkpoint")) return Answer.text(200, served.head().get());
    if (path.equals("ordered")) return Answer.text(200, log.checkpoint());
    if (path.equals("members")) return Answer.text(200, served.members().get());
    if (path.startsWith("index/")) return index(log, path.substring("index/".length()));
    if (path.startsWith("tile/")) {
      Optional<byte[]> tile = log.tile(TilePath.parse(path));
      return tile.map(bytes -> new Answer(200, BYTES, bytes)).orElseGet(Answer::notFound);
    }
    if (path.startsWith("entry/")) {
      long index = Strict.decimal(path.substring("entry/".length()));
      if (index >= log.size()) return Answer.notFound();
      return new Answer(200, "application/json", log.entry(index).leaf());
    }
    return Answer.notFound();
  }

  private static Answer index(TileLog log, String leaf) throws IOException, MalformedException {
    if (!leaf.matches("[0-9a-f]{64}")) throw new MalformedException("not the hash of a leaf");
    OptionalLong index = log.indexOf(Hash.of(HexFormat.of().parseHex(leaf)));
    return index.isPresent() ? Answer.text(200, index.getAsLong() + "\n") : Answer.notFound();
  }
}
