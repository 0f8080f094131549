package org.smartcorrection.platform.casework;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets hand-overs go on in the background; what ran when the platform stopped goes on with it. */
@Component
class HandOverKeeper implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(HandOverKeeper.class);
  private static final int EVERY_MILLIS = 500;

  private final HandOvers handOvers;
  private final HandingOver handingOver;
  private volatile ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  HandOverKeeper(HandOvers handOvers, HandingOver handingOver) {
    this.handOvers = handOvers;
    this.handingOver = handingOver;
    worker.shutdown();
  }

  /** Everything that waits. */
  void tick() {
    try {
      for (HandOver in : handOvers.running()) while (running && step(in)) {}
    } catch (RuntimeException e) {
      LOG.warn("hand-overs wait: {}", e.getClass().getName());
    }
  }

  private boolean step(HandOver in) {
    try {
      return handingOver.next(in);
    } catch (RuntimeException e) {
      LOG.warn("a case of hand-over {} went wrong: {}", in.id(), e.getClass().getName());
      handOvers.failed(in.id());
      return true;
    }
  }

  @Override
  public void start() {
    running = true;
    worker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hand-overs").daemon().factory());
    var _ =
        worker.scheduleWithFixedDelay(
            this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    // the case that has begun ends first
    worker.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
