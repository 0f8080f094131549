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
  private final List<Terminal> terminals = new ArrayList<>();
  private volatile boolean running = true;

  /**
   * Begins.
   *
   * @param from of when the first positions are
   * @param pauseNanos between two messages of one device, 0 for as fast as it is answered
   */
  Load(int port, List<Tracked.Credential> devices, Instant from, long pauseNanos)
      throws IOException {
    for (int i = 0; i < devices.size(); i++) terminals.add(new Terminal(port, i, devices.get(i)));
    for (Terminal terminal : terminals)
      threads.add(Thread.ofVirtual().start(() -> run(terminal, from, pauseNanos)));
  }

  private void run(Terminal terminal, Instant from, long pauseNanos) {
    try {
      for (Instant at = from; running; at = at.plusSeconds(Terminal.AT_ONCE)) {
        terminal.send(at, Terminal.AT_ONCE, NORTH, EAST);
        answered.addAndGet(Terminal.AT_ONCE);
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
    for (Terminal terminal : terminals) terminal.close();
  }
}
