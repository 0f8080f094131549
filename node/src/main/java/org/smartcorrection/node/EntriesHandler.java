package org.smartcorrection.node;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.EntryBundle;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.Ordering;

/**
 * {@code POST /entries} takes an entry bundle, for any of the node's logs, and answers one index a
 * line once they are durable.
 */
final class EntriesHandler extends Answering {
  static final String PATH = "/entries";

  private static final int LARGEST = 64 << 20;

  private final Ordering ordering;

  EntriesHandler(Ordering ordering) {
    this.ordering = ordering;
  }

  @Override
  Answer answer(HttpExchange exchange) throws IOException, MalformedException {
    if (!exchange.getRequestURI().getPath().equals(PATH)) return Answer.notFound();
    if (!exchange.getRequestMethod().equals("POST")) return Answer.wrongMethod("POST");
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) return Answer.text(413, "More than 64 MiB at once.\n");
    var entries = new ArrayList<SignedEntry>();
    for (byte[] leaf : EntryBundle.decode(body)) entries.add(SignedEntry.parse(leaf));
    try {
      String indexes =
          ordering.submitAll(entries).stream()
              .map(position -> position.index() + "\n")
              .collect(Collectors.joining());
      return Answer.text(200, indexes);
    } catch (EntryRefusedException e) {
      return Answer.text(422, e.getMessage() + "\n");
    }
  }
}
