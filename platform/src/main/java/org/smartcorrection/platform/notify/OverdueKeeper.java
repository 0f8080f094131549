package org.smartcorrection.platform.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has overdue work told: whenever a legal day begins, since whole days decide, and now and then
 * between, since deadlines are also recorded late. What was told stands in the database, so that a
 * restart tells nothing twice.
 */
@Component
class OverdueKeeper implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(OverdueKeeper.class);
  private static final Duration BETWEEN = Duration.ofMinutes(10);
  private static final int TICK_SECONDS = 5;

  private final Escalating escalating;
  private final Clock clock;
  private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;
  private volatile Instant last = Instant.EPOCH;

  OverdueKeeper(Escalating escalating, Clock clock) {
    this.escalating = escalating;
    this.clock = clock;
    timer.shutdown();
  }

  /** A few seconds' work, mostly none. */
  void tick() {
    Instant now = clock.instant();
    LocalDate today = LegalCalendar.legalDay(now);
    boolean sameDay = today.equals(LegalCalendar.legalDay(last));
    if (sameDay && now.isBefore(last.plus(BETWEEN))) return;
    try {
      escalating.tell();
      last = now;
    } catch (RuntimeException e) {
      LOG.warn("overdue work waits to be told: {}", e.getClass().getName());
    }
  }

  @Override
  public void start() {
    running = true;
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("overdue-keeper").daemon().factory());
    var _ = timer.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
