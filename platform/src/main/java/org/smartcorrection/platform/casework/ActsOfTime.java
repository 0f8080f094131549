package org.smartcorrection.platform.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
  private static final Duration REFUSED = Duration.ofHours(6);
  private static final Duration BROKEN = Duration.ofMinutes(1);

  private final DeadlineKeeping deadlines;
  private final Instances instances;
  private final Casework casework;
  private final Law law;

  /**
   * Until when a deadline is not tried again: the return from an overdue leave stays owed after
   * time has acted, and what the law refuses or a fault stops must not hold up the others.
   */
  private final Map<UUID, Instant> aside = new HashMap<>();

  ActsOfTime(DeadlineKeeping deadlines, Instances instances, Casework casework, Law law) {
    this.deadlines = deadlines;
    this.instances = instances;
    this.casework = casework;
    this.law = law;
  }

  /**
   * Records acts of time that are due, the earliest of each agency first and each in a transaction
   * of its own. No more than about a hundred are tried at once, so that nothing else waits for a
   * long list, and every agency has its share, so that no agency waits for another's.
   *
   * @param systemOf the account in which an agency's own system acts
   */
  public synchronized void perform(Instant now, Function<AgencyId, Actor> systemOf) {
    aside.values().removeIf(until -> !until.isAfter(now));
    List<AgencyId> waiting = deadlines.firing(now, aside.keySet());
    int share = BATCH / Math.max(1, waiting.size()) + 1;
    for (AgencyId agency : waiting) perform(agency, now, systemOf, share);
  }

  /**
   * The same for one agency alone.
   *
   * @return how many were tried; none when all that is due there is done
   */
  public synchronized int perform(
      AgencyId agency, Instant now, Function<AgencyId, Actor> systemOf) {
    aside.values().removeIf(until -> !until.isAfter(now));
    return perform(agency, now, systemOf, BATCH);
  }

  private int perform(AgencyId agency, Instant now, Function<AgencyId, Actor> systemOf, int most) {
    List<Due> firing = deadlines.firing(agency, now, aside.keySet(), most);
    for (Due due : firing) {
      try {
        if (!perform(due, systemOf)) aside.put(due.id(), now.plus(REFUSED));
      } catch (RuntimeException e) {
        LOG.error("{} of {} waits: {}", due.thenAct(), due.procedure(), e.getClass().getName());
        aside.put(due.id(), now.plus(BROKEN));
      }
    }
    return firing.size();
  }

  private boolean perform(Due due, Function<AgencyId, Actor> systemOf) {
    Running running = instances.find(due.instance()).orElseThrow();
    if (due.thenAct() == null || !possible(running, due.thenAct())) return false;
    PerformAct act =
        PerformAct.in(running, due.thenAct(), Facts.NONE, systemOf.apply(due.agency()))
            .occurring(due.end());
    return switch (casework.perform(act)) {
      case Result.Recorded _ -> true;
      case Result.NeedsReason(var warnings) -> waits(due, warnings);
      case Result.Refused(var reasons) -> waits(due, reasons);
    };
  }

  private boolean possible(Running running, String type) {
    return law.definition(running.procedure(), running.instance().version())
        .act(type)
        .filter(act -> act.from().contains(running.state()))
        .isPresent();
  }

  /** The reasons' keys name the rule and nobody. */
  private static boolean waits(Due due, List<Reason> reasons) {
    LOG.error(
        "{} of {} is due and was not accepted: {}",
        due.thenAct(),
        due.procedure(),
        reasons.stream().map(Reason::key).toList());
    return false;
  }
}
