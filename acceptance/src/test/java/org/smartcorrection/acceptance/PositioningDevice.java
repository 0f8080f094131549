package org.smartcorrection.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Locale;

/** A dedicated device that speaks OsmAnd, with the credential that was handed out for it. */
record PositioningDevice(URI address, String id, String key) {
  /** Sends one satellite fix and returns what the platform answers. */
  String send(Instant at, double longitude, double latitude)
      throws IOException, InterruptedException {
    String form =
        String.format(
            Locale.ROOT,
            "id=%s&key=%s&timestamp=%d&lat=%.7f&lon=%.7f&accuracy=8&speed=0&source=gnss",
            id,
            key,
            at.toEpochMilli(),
            latitude,
            longitude);
    var request =
        HttpRequest.newBuilder(address.resolve("/ingest/osmand"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  @Override
  public String toString() {
    return "PositioningDevice[" + id + "]";
  }
}
