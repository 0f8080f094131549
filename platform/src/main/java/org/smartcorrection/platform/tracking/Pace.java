package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How much one device may send: a burst of everything it could store in a month's absence, then
 * more than any device measures. Only a broken or hostile one meets the bound.
 */
@Component
class Pace {
  static final int BURST = 20_000;
  private static final double PER_MILLISECOND = 0.1;

  private final Clock clock;
  private final ConcurrentHashMap<UUID, Bucket> buckets = new ConcurrentHashMap<>();

  private static final class Bucket {
    private double tokens = BURST;
    private long filledAt;

    Bucket(long now) {
      filledAt = now;
    }

    synchronized boolean take(int count, long now) {
      tokens = Math.min(BURST, tokens + Math.max(0, now - filledAt) * PER_MILLISECOND);
      filledAt = Math.max(filledAt, now);
      if (tokens < count) return false;
      tokens -= count;
      return true;
    }
  }

  Pace(Clock clock) {
    this.clock = clock;
  }

  /** Whether the device may send one more now; asking counts. */
  boolean allows(Device device) {
    return allows(device, 1);
  }

  /** Whether the device may send so many more now; asking counts. */
  boolean allows(Device device, int count) {
    long now = clock.millis();
    return buckets.computeIfAbsent(device.id(), _ -> new Bucket(now)).take(count, now);
  }
}
