package org.smartcorrection.platform.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the one writer of positions, in the order in which it came. Bounded by messages,
 * however they are packed: who sends more waits for room, and nothing is lost.
 */
final class Waiting {
  private static final int MOST = 20_000;

  private final Semaphore room = new Semaphore(MOST, true);
  private final BlockingQueue<Arrival> queue = new LinkedBlockingQueue<>();

  void put(Arrival arrival) throws InterruptedException {
    room.acquire(room(arrival));
    queue.add(arrival);
  }

  /**
   * The next arrivals, of about so many messages; none when nothing comes for so long.
   *
   * @param most messages from which on no more is taken
   */
  List<Arrival> next(int most, long millis) throws InterruptedException {
    var taken = new ArrayList<Arrival>();
    int messages = 0;
    @Nullable Arrival arrival = queue.poll(millis, TimeUnit.MILLISECONDS);
    while (arrival != null) {
      room.release(room(arrival));
      taken.add(arrival);
      messages += arrival.messages();
      arrival = messages < most ? queue.poll() : null;
    }
    return taken;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** All that waits; it waits no longer. */
  List<Arrival> rest() {
    var rest = new ArrayList<Arrival>();
    queue.drainTo(rest);
    rest.forEach(arrival -> room.release(room(arrival)));
    return rest;
  }

  private static int room(Arrival arrival) {
    return Math.min(MOST, arrival.messages());
  }
}
