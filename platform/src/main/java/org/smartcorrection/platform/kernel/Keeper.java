package org.smartcorrection.platform.kernel;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that goes on in the background, round after round on a thread of its own. A round that fails
 * is logged by its fault's name alone, and the next one comes all the same. When the platform
 * stops, the round that has begun ends first: a long one asks {@link #isRunning()} between its
 * parts.
 */
public abstract class Keeper implements SmartLifecycle {
  private final Logger log = LoggerFactory.getLogger(getClass());
  private final String name;
  private final Duration pause;
  private volatile ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  /**
   * Work that has not begun.
   *
   * @param name what its thread and its log lines are called
   * @param pause how long it rests before each round
   */
  protected Keeper(String name, Duration pause) {
    this.name = name;
    this.pause = pause;
    worker.shutdown();
  }

  /** One round: all that waits now, or a part of it. */
  protected abstract void round();

  private void roundInSpite() {
    try {
      round();
    } catch (RuntimeException e) {
      // the message may quote a row
      log.warn("{} wait: {}", name, e.getClass().getName());
    }
  }

  @Override
  public final void start() {
    running = true;
    worker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
    var _ =
        worker.scheduleWithFixedDelay(
            this::roundInSpite, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public final void stop() {
    running = false;
    worker.close();
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
