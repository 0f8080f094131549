package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.stereotype.Component;

/**
 * The acts of time itself: what follows when a deadline has passed, as its procedure says, recorded
 * as of the deadline's end (such as the expiry of an electronic positioning, L22).
 */
@Component
public class ActsOfTime {
  private static final Logger LOG = LoggerFactory.getLogger(ActsOfTime.class);
  private static final int BATCH = 100;

  private final Deadlines deadlines;
  private final Instances instances;
  private final Casework casework;
  private final Set<UUID> stuck = ConcurrentHashMap.newKeySet();

  ActsOfTime(Deadlines deadlines, Instances instances, Casework casework) {
    this.deadlines = deadlines;
    this.instances = instances;
    this.casework = casework;
  }

  /**
   * Records every act of time that is due, each in a transaction of its own.
   *
   * @param systemOf the account in which an agency's own system acts
   * @return how many were recorded
   */
  public int perform(Instant now, Function<AgencyId, Actor> systemOf) {
    int recorded = 0;
    // those that wait for a change of the definition stay first in the list
    for (Due due : deadlines.firing(now, BATCH + stuck.size()))
      if (!stuck.contains(due.id()) && perform(due, systemOf)) recorded++;
    return recorded;
  }

  private boolean perform(Due due, Function<AgencyId, Actor> systemOf) {
    if (due.thenAct() == null) return false;
    Running running = instances.find(due.instance()).orElseThrow();
    PerformAct act =
        PerformAct.in(running, due.thenAct(), Facts.NONE, systemOf.apply(due.agency()))
            .occurring(due.end());
    boolean recorded = casework.perform(act) instanceof Result.Recorded;
    if (!recorded && stuck.add(due.id()))
      LOG.error("{} of {} is due and was not accepted", due.thenAct(), running.procedure());
    return recorded;
  }
}
