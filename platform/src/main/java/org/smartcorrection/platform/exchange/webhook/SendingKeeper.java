package org.smartcorrection.platform.exchange.webhook;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends in the background; what waited when the platform stopped goes out when it is back. */
@Component
class SendingKeeper implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SendingKeeper.class);
  private static final int EVERY_MILLIS = 1000;

  private final Sending sending;
  private volatile ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  SendingKeeper(Sending sending) {
    this.sending = sending;
    worker.shutdown();
  }

  private void tick() {
    try {
      sending.round();
    } catch (RuntimeException e) {
      LOG.warn("webhooks wait: {}", e.getClass().getName());
    }
  }

  @Override
  public void start() {
    running = true;
    worker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhooks").daemon().factory());
    var _ =
        worker.scheduleWithFixedDelay(
            this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    worker.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
