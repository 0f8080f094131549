package org.smartcorrection.location.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.smartcorrection.location.supervision.Message;

/** The network between device and platform: outages, batches, stragglers, echoes. */
final class Uplink {
  private record Delayed(long at, Message message) {}

  private final Chance chance;
  private final Watcher watcher;
  private final Deque<Message> stored = new ArrayDeque<>();
  private final List<Delayed> delayed = new ArrayList<>();
  private long outageUntil;
  private boolean loses;

  Uplink(Chance chance, Watcher watcher) {
    this.chance = chance;
    this.watcher = watcher;
  }

  void pass(long now, double seconds) {
    if (now < outageUntil) return;
    while (!stored.isEmpty()) watcher.received(stored.removeFirst(), Instant.ofEpochMilli(now));
    delayed.removeIf(
        late -> {
          if (late.at > now) return false;
          watcher.received(late.message, Instant.ofEpochMilli(now));
          return true;
        });
    if (!chance.happens(Noise.OUTAGE_PER_HOUR, seconds / 3_600)) return;
    double minutes =
        Math.min(
            Noise.LONGEST_OUTAGE_MINUTES,
            chance.logNormal(Noise.OUTAGE_MINUTES, Noise.OUTAGE_SPREAD));
    outageUntil = now + Math.round(minutes * Day.MINUTE);
    loses = chance.happens(Noise.OUTAGE_LOSES);
  }

  void send(long now, Message message) {
    if (now < outageUntil) {
      if (!loses) stored.add(message);
      return;
    }
    if (chance.happens(Noise.SINGLE_DELAY)) {
      delayed.add(new Delayed(now + Math.round(chance.between(1, 10) * Day.MINUTE), message));
      return;
    }
    watcher.received(message, Instant.ofEpochMilli(now + 2_000));
    if (chance.happens(Noise.REPEATED)) {
      watcher.received(message, Instant.ofEpochMilli(now + 3_000));
    }
  }

  /** Hands over what is still on its way. */
  void close(long now) {
    outageUntil = 0;
    while (!stored.isEmpty()) watcher.received(stored.removeFirst(), Instant.ofEpochMilli(now));
    delayed.forEach(late -> watcher.received(late.message, Instant.ofEpochMilli(now)));
    delayed.clear();
  }

  /** Whether what is sent now would be lost. */
  boolean loses(long now) {
    return now < outageUntil && loses;
  }
}
