package org.smartcorrection.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What a handler answers to one request. */
final class Answer {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final int status;
  private final String type;
  private final byte[] body;

  Answer(int status, String type, byte[] body) {
    this.status = status;
    this.type = type;
    this.body = body;
  }

  static Answer text(int status, String text) {
    return new Answer(status, TEXT, text.getBytes(UTF_8));
  }

  static Answer notFound() {
    return text(404, "There is nothing here.\n");
  }

  static Answer wrongMethod(String known) {
    return text(405, "Only " + known + " is known here.\n");
  }

  void to(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head) exchange.getResponseBody().write(body);
  }
}
