package org.smartcorrection.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the server itself can find unreadable is the sender's fault, and said to be. */
@ExtendWith(Demonstration.class)
class UnreadableIT {
  private static final int BAD = 400;

  @ParameterizedTest
  @ValueSource(strings = {"lat=%zz&lon=1", "lat=%c3%28", "%ff=1", "=1", "lat=%"})
  void a_form(String body, RunningPlatform platform) throws Exception {
    assertEquals(BAD, sent(platform, "/ingest/osmand", body.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void a_form_of_bytes(RunningPlatform platform) throws Exception {
    assertEquals(BAD, sent(platform, "/ingest/osmand", new byte[] {'l', '=', (byte) 0xc3, '('}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open?x=%c3%28", "/open?x=%ff", "/?lang=%ff"})
  void an_address(String path, RunningPlatform platform) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(platform.address().resolve(path));
      assertEquals(BAD, http.send(request.build(), BodyHandlers.discarding()).statusCode());
    }
  }

  private static int sent(RunningPlatform platform, String path, byte[] body) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(platform.address().resolve(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofByteArray(body))
              .build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
