package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Many devices at once, each on a line of its own, at home and sending what they have stored. */
final class Load implements AutoCloseable {
  static final double NORTH = 31.2;
  static final double EAST = 104.6;

  private final AtomicLong answered = new AtomicLong();
  private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Wire> wires;
  private volatile boolean running = true;

  /**
   * Begins.
   *
   * @param wires which it closes in the end
   * @param from of when the first positions are
   * @param pauseNanos between two messages of one device, 0 for as fast as it is answered
   */
  Load(List<? extends Wire> wires, Instant from, long pauseNanos) {
    this.wires = List.copyOf(wires);
    for (Wire wire : wires)
      threads.add(Thread.ofVirtual().start(() -> run(wire, from, pauseNanos)));
  }

  private void run(Wire wire, Instant from, long pauseNanos) {
    try {
      for (Instant at = from; running; at = at.plusSeconds(wire.atOnce())) {
        wire.send(at);
        answered.addAndGet(wire.atOnce());
        if (pauseNanos > 0) LockSupport.parkNanos(pauseNanos);
      }
    } catch (IOException | RuntimeException e) {
      if (running) fault.compareAndSet(null, e);
    }
  }

  /** How many positions were answered as durable so far. */
  long answered() {
    Throwable failed = fault.get();
    if (failed != null) throw new IllegalStateException("a device failed", failed);
    return answered.get();
  }

  @Override
  public void close() throws IOException {
    running = false;
    for (Thread thread : threads)
      try {
        thread.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    for (Wire wire : wires) wire.close();
  }
}
