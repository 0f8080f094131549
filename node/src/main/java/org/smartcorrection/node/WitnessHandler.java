package org.smartcorrection.node;

import com.sun.net.httpserver.HttpExchange;
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
final class WitnessHandler extends Answering {
  /** Submission and monitoring prefix. */
  static final String PREFIX = "/witness/";

  private static final String SIZE = "text/x.tlog.size";
  private static final String CHECKPOINT = "/checkpoint";

  private final Witness witness;

  WitnessHandler(Witness witness) {
    this.witness = witness;
  }

  @Override
  Answer answer(HttpExchange exchange) throws IOException, MalformedException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
    if (path.equals("add-checkpoint"))
      return method.equals("POST") ? add(exchange) : Answer.wrongMethod("POST");
    if (!path.endsWith(CHECKPOINT)) return Answer.notFound();
    if (!method.equals("GET") && !method.equals("HEAD")) return Answer.wrongMethod("GET and HEAD");
    return witness
        .checkpoint(path.substring(0, path.length() - CHECKPOINT.length()))
        .map(note -> Answer.text(200, note))
        .orElseGet(Answer::notFound);
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
