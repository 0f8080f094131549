package org.smartcorrection.platform.kernel;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
  /** Whether anybody waits for the work. */
  protected enum Turn {
    /** Somebody may: it rests only as long as it says. */
    SOON(Duration.ZERO, 0),

    /**
     * Nobody does: after a start it leaves the platform to the devices and people who come back all
     * at once, and it rests longer than it works, however slow the machine is.
     */
    AFTER_OTHERS(Duration.ofSeconds(15), 4);

    private final Duration first;
    private final int rests;

    Turn(Duration first, int rests) {
      this.first = first;
      this.rests = rests;
    }
  }

  private final Logger log = LoggerFactory.getLogger(getClass());
  private final String name;
  private final Duration pause;
  private final Turn turn;
  private volatile CountDownLatch over = new CountDownLatch(1);
  private volatile @Nullable Thread worker;
  private volatile boolean running;

  /**
   * Work that somebody may wait for, and that has not begun.
   *
   * @param name what its thread and its log lines are called
   * @param pause how long it rests before each round
   */
  protected Keeper(String name, Duration pause) {
    this(name, pause, Turn.SOON);
  }

  /**
   * Work that has not begun.
   *
   * @param name what its thread and its log lines are called
   * @param pause how long it rests before each round at least
   * @param turn whether anybody waits for it
   */
  protected Keeper(String name, Duration pause, Turn turn) {
    this.name = name;
    this.pause = pause;
    this.turn = turn;
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

  private void run() {
    try {
      long rest = longer(pause, turn.first).toNanos();
      while (!over.await(rest, TimeUnit.NANOSECONDS)) {
        long begun = System.nanoTime();
        roundInSpite();
        rest = Math.max(pause.toNanos(), turn.rests * (System.nanoTime() - begun));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Override
  public final void start() {
    running = true;
    over = new CountDownLatch(1);
    worker = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  @Override
  public final void stop() {
    running = false;
    over.countDown();
    Thread working = worker;
    if (working == null) return;
    try {
      working.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
