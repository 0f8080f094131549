package org.smartcorrection.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.witness.AddCheckpoint;
import org.smartcorrection.ledger.witness.Witness;
import org.smartcorrection.ledger.witness.WitnessAnswer;
import org.smartcorrection.ledger.witness.WitnessAnswer.Cosigned;
import org.smartcorrection.ledger.witness.WitnessAnswer.OtherSize;
import org.smartcorrection.ledger.witness.WitnessAnswer.Refused;

/**
 * The witness of a node over HTTP, exactly as C2SP tlog-witness has it, so that any log and any
 * monitor that speaks the open protocol can use it: {@code POST add-checkpoint}, and for monitors
 * {@code GET <hash of the origin>/checkpoint}.
 */
final class WitnessHandler implements HttpHandler {
  /** Submission and monitoring prefix. */
  static final String PREFIX = "/witness/";

  private static final String SIZE = "text/x.tlog.size";
  private static final String CHECKPOINT = "/checkpoint";

  private final Witness witness;

  WitnessHandler(Witness witness) {
    this.witness = witness;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange).to(exchange);
    }
  }

  private Answer answer(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
    try {
      if (path.equals("add-checkpoint"))
        return method.equals("POST") ? add(exchange) : Answer.wrongMethod("POST");
      if (!path.endsWith(CHECKPOINT)) return Answer.notFound();
      if (!method.equals("GET") && !method.equals("HEAD")) return Answer.wrongMethod("GET");
      return witness
          .checkpoint(path.substring(0, path.length() - CHECKPOINT.length()))
          .map(note -> Answer.text(200, note))
          .orElseGet(Answer::notFound);
    } catch (MalformedException e) {
      return Answer.text(400, e.getMessage() + "\n");
    } catch (IOException e) {
      // nothing was given out: whoever asks again gets what is remembered
      return Answer.text(503, e.getMessage() + "\n");
    }
  }

  private Answer add(HttpExchange exchange) throws IOException, MalformedException {
    byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.LARGEST + 1);
    WitnessAnswer answer = witness.add(AddCheckpoint.parse(body));
    return switch (answer) {
      case Cosigned(var signatures) ->
          Answer.text(
              200, signatures.stream().map(line -> line + "\n").collect(Collectors.joining()));
      case OtherSize(long size) ->
          new Answer(409, SIZE, (size + "\n").getBytes(StandardCharsets.US_ASCII));
      case Refused(var reason, String detail) -> Answer.text(status(reason), detail + "\n");
    };
  }

  private static int status(WitnessAnswer.Reason reason) {
    return switch (reason) {
      case MALFORMED -> 400;
      case UNKNOWN_LOG -> 404;
      case NOT_SIGNED -> 403;
      case NOT_AN_EXTENSION -> 422;
    };
  }
}
