package org.smartcorrection.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.smartcorrection.ledger.MalformedException;

/** Answers each request, also one that cannot be read or served. */
abstract class Answering implements HttpHandler {
  /** The answer to a request. */
  abstract Answer answer(HttpExchange exchange) throws IOException, MalformedException;

  @Override
  public final void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answerInSpite(exchange).to(exchange);
    }
  }

  private Answer answerInSpite(HttpExchange exchange) {
    try {
      return answer(exchange);
    } catch (MalformedException e) {
      return Answer.text(400, e.getMessage() + "\n");
    } catch (IOException e) {
      // nothing was given out: whoever asks again gets what is on the disk
      return Answer.text(503, e.getMessage() + "\n");
    }
  }
}
