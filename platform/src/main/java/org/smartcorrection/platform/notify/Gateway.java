package org.smartcorrection.platform.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.smartcorrection.platform.kernel.Json;

/**
 * A message gateway of the site: it takes {@code {"channel", "to", "words"}} as JSON and answers
 * with a 2xx status when it has taken the message over.
 */
final class Gateway {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String channel;
  private final URI address;
  private final String token;

  /**
   * @param token sent as bearer; empty when the gateway asks for none
   */
  Gateway(String channel, URI address, String token) {
    this.channel = channel;
    this.address = address;
    this.token = token;
  }

  Delivery send(String to, String words) {
    byte[] body = Json.bytes(Map.of("channel", channel, "to", to, "words", words));
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
    try {
      int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? new Delivery.Sent() : new Delivery.Unavailable("refused");
    } catch (IOException _) {
      return new Delivery.Unavailable("out-of-reach");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Delivery.Unavailable("out-of-reach");
    }
  }
}
