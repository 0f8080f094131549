package org.smartcorrection.node;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.EntryBundle;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.SoloLog;
import org.smartcorrection.ledger.order.TilePath;

/**
 * The HTTP face of a log: {@code POST /entries} takes an entry bundle and answers one index a line;
 * {@code GET /checkpoint} and {@code GET /tile/…} serve the open layout, {@code GET /entry/<index>}
 * the bytes of one leaf.
 */
final class LogHandler extends Answering {
  private static final int LARGEST = 64 << 20;
  private static final String BYTES = "application/octet-stream";

  private final SoloLog log;

  LogHandler(SoloLog log) {
    this.log = log;
  }

  @Override
  Answer answer(HttpExchange exchange) throws IOException, MalformedException {
    String path = exchange.getRequestURI().getPath();
    try {
      return switch (exchange.getRequestMethod()) {
        case "GET", "HEAD" -> read(path);
        case "POST" -> path.equals("/entries") ? submit(exchange) : Answer.notFound();
        default -> Answer.wrongMethod("GET, HEAD and POST");
      };
    } catch (EntryRefusedException e) {
      return Answer.text(422, e.getMessage() + "\n");
    }
  }

  private Answer read(String path) throws IOException, MalformedException {
    if (path.equals("/checkpoint")) return Answer.text(200, log.checkpoint());
    if (path.startsWith("/tile/")) {
      Optional<byte[]> tile = log.tile(TilePath.parse(path.substring(1)));
      return tile.map(bytes -> new Answer(200, BYTES, bytes)).orElseGet(Answer::notFound);
    }
    if (path.startsWith("/entry/")) {
      long index = Strict.decimal(path.substring("/entry/".length()));
      if (index >= log.size()) return Answer.notFound();
      return new Answer(200, "application/json", log.entry(index).leaf());
    }
    return Answer.notFound();
  }

  private Answer submit(HttpExchange exchange)
      throws IOException, MalformedException, EntryRefusedException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) return Answer.text(413, "More than 64 MiB at once.\n");
    var entries = new ArrayList<SignedEntry>();
    for (byte[] leaf : EntryBundle.decode(body)) entries.add(SignedEntry.parse(leaf));
    String indexes =
        log.submitAll(entries).stream()
            .map(position -> position.index() + "\n")
            .collect(Collectors.joining());
    return Answer.text(200, indexes);
  }
}
