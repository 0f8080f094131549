package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.Reason;
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
  private final Law law;

  /** Deadlines that stay owed after time has acted, such as the return from an overdue leave. */
  private final Set<UUID> done = ConcurrentHashMap.newKeySet();

  ActsOfTime(Deadlines deadlines, Instances instances, Casework casework, Law law) {
    this.deadlines = deadlines;
    this.instances = instances;
    this.casework = casework;
    this.law = law;
  }

  /**
   * Records every act of time that is due, each in a transaction of its own.
   *
   * @param systemOf the account in which an agency's own system acts
   * @return how many were recorded
   */
  public synchronized int perform(Instant now, Function<AgencyId, Actor> systemOf) {
    int recorded = 0;
    for (Due due : deadlines.firing(now, BATCH + done.size()))
      if (!done.contains(due.id()) && perform(due, systemOf)) recorded++;
    return recorded;
  }

  private boolean perform(Due due, Function<AgencyId, Actor> systemOf) {
    Running running = instances.find(due.instance()).orElseThrow();
    if (due.thenAct() == null || !possible(running, due.thenAct())) {
      done.add(due.id());
      return false;
    }
    PerformAct act =
        PerformAct.in(running, due.thenAct(), Facts.NONE, systemOf.apply(due.agency()))
            .occurring(due.end());
    return switch (casework.perform(act)) {
      case Result.Recorded _ -> true;
      case Result.NeedsReason(var warnings) -> waits(due, running, warnings);
      case Result.Refused(var reasons) -> waits(due, running, reasons);
    };
  }

  private boolean possible(Running running, String type) {
    return law.definition(running.procedure(), running.instance().version())
        .act(type)
        .filter(act -> act.from().contains(running.state()))
        .isPresent();
  }

  /** Told once; the reasons' keys name the rule and nobody. */
  private boolean waits(Due due, Running running, List<Reason> reasons) {
    if (done.add(due.id()))
      LOG.error(
          "{} of {} is due and was not accepted: {}",
          due.thenAct(),
          running.procedure(),
          reasons.stream().map(Reason::key).toList());
    return false;
  }
}
