package org.smartcorrection.platform.tracking.line;

import io.netty.channel.Channel;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The lines that are open: not more than so many, and one for each device. A device that calls
 * again lost its line without our hearing of it, so the new one counts.
 */
final class Board {
  private final int most;
  private final Executor clerks;
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentHashMap<UUID, Channel> ofDevice = new ConcurrentHashMap<>();

  /**
   * A board without lines.
   *
   * @param most how many lines may be open
   * @param clerks who look credentials up, so that nobody else waits for the database
   */
  Board(int most, Executor clerks) {
    this.most = most;
    this.clerks = clerks;
  }

  Executor clerks() {
    return clerks;
  }

  /** How many lines are open. */
  int held() {
    return open.get();
  }

  /** Whether there is room for this line. */
  boolean opens(Channel line) {
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      return false;
    }
    var _ = line.closeFuture().addListener(_ -> open.decrementAndGet());
    return true;
  }

  /** From now on the device is heard on this line alone. */
  void connects(UUID device, Channel line) {
    @Nullable Channel before = ofDevice.put(device, line);
    if (before != null && !before.equals(line)) {
      var _ = before.close();
    }
    var _ = line.closeFuture().addListener(_ -> ofDevice.remove(device, line));
  }
}
