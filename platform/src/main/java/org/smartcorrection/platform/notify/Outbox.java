package org.smartcorrection.platform.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.Uuids;

/** A folder instead of a way out: one file a message, for the demonstration's invented people. */
final class Outbox {
  private final String channel;
  private final Path folder;
  private final Clock clock;

  Outbox(String channel, Path folder, Clock clock) {
    this.channel = channel;
    this.folder = folder;
    this.clock = clock;
  }

  Delivery send(String to, String words) {
    var message =
        Map.of("channel", channel, "to", to, "words", words, "at", clock.instant().toString());
    try {
      Files.write(folder.resolve(Uuids.next(clock) + ".json"), Json.bytes(message));
      return new Delivery.Sent();
    } catch (IOException _) {
      return new Delivery.Unavailable("out-of-reach");
    }
  }
}
