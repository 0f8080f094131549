package org.smartcorrection.platform;

import java.time.Clock;
import java.util.function.Function;
import org.smartcorrection.platform.casework.ActsOfTime;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.springframework.stereotype.Component;

/** What has become due in a test's time, done to the end. */
@Component
public class PassedTime {
  private final ActsOfTime time;
  private final Agencies agencies;
  private final SystemActors system;
  private final Clock clock;

  PassedTime(ActsOfTime time, Agencies agencies, SystemActors system, Clock clock) {
    this.time = time;
    this.agencies = agencies;
    this.system = system;
    this.clock = clock;
  }

  /** As the second hand does, until all is done that is due in an agency. */
  public void acts(AgencyId agency) {
    acts(agency, this::systemOf);
  }

  /** The same with a system of the test's own. */
  public void acts(AgencyId agency, Function<AgencyId, Actor> systemOf) {
    while (time.perform(agency, clock.instant(), systemOf) > 0) {}
  }

  /** The account in which an agency's own system acts. */
  public Actor systemOf(AgencyId custody) {
    return system.of(agencies.get(custody));
  }
}
