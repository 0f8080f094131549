package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.ActsOfTime;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets time act: every second, what deadlines bring about by themselves is recorded, so that a
 * positioning ends although nobody thinks of it. (The gate does not wait for the record.)
 */
@Component
class TimeKeeper implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TimeKeeper.class);

  private final ActsOfTime acts;
  private final Departures departures;
  private final Agencies agencies;
  private final SystemActors actors;
  private final Clock clock;
  private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  TimeKeeper(
      ActsOfTime acts, Departures departures, Agencies agencies, SystemActors actors, Clock clock) {
    this.acts = acts;
    this.departures = departures;
    this.agencies = agencies;
    this.actors = actors;
    this.clock = clock;
    timer.shutdown();
  }

  /** One second's work. */
  void tick() {
    try {
      acts.perform(clock.instant(), custody -> actors.of(agencies.get(custody)));
      departures.raisePending();
    } catch (RuntimeException e) {
      LOG.warn("acts of time wait: {}", e.getClass().getName());
    }
  }

  @Override
  public void start() {
    running = true;
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("time-keeper").daemon().factory());
    var _ = timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void stop() {
    running = false;
    // the second's work that has begun ends first
    timer.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
