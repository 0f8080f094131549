package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Duration;
import org.smartcorrection.platform.casework.ActsOfTime;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.springframework.stereotype.Component;

/**
 * Lets time act: every second, what deadlines bring about by themselves is recorded, so that a
 * positioning ends although nobody thinks of it. (The gate does not wait for the record.)
 */
@Component
class TimeKeeper extends Keeper {
  private final ActsOfTime acts;
  private final Departures departures;
  private final Agencies agencies;
  private final SystemActors actors;
  private final Clock clock;

  TimeKeeper(
      ActsOfTime acts, Departures departures, Agencies agencies, SystemActors actors, Clock clock) {
    super("time-keeper", Duration.ofSeconds(1));
    this.acts = acts;
    this.departures = departures;
    this.agencies = agencies;
    this.actors = actors;
    this.clock = clock;
  }

  /** One second's work. */
  @Override
  protected void round() {
    acts.perform(clock.instant(), custody -> actors.of(agencies.get(custody)));
    departures.raisePending();
  }
}
