package org.smartcorrection.platform.exchange;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets imports run in the background, one batch after the other; what ran when the platform stopped
 * goes on when it is back. What is over its time is deleted.
 */
@Component
class ImportKeeper implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ImportKeeper.class);
  private static final int EVERY_MILLIS = 500;

  private final Imports imports;
  private final Importing importing;
  private final Forgetting forgetting;
  private final Clock clock;
  private volatile ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  ImportKeeper(Imports imports, Importing importing, Forgetting forgetting, Clock clock) {
    this.imports = imports;
    this.importing = importing;
    this.forgetting = forgetting;
    this.clock = clock;
    worker.shutdown();
  }

  /** Everything that waits. */
  void tick() {
    try {
      for (Import in : imports.running()) while (running && importing.batch(in, () -> running)) {}
      forgetting.destroyKeys();
      for (UUID id : imports.expired(clock.instant())) {
        imports.delete(id);
        imports.destroyKey(id);
      }
    } catch (RuntimeException e) {
      LOG.warn("imports wait: {}", e.getClass().getName());
    }
  }

  @Override
  public void start() {
    running = true;
    worker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("imports").daemon().factory());
    var _ =
        worker.scheduleWithFixedDelay(
            this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    // the row that has begun ends first
    worker.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
