package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.location.Finding;
import org.smartcorrection.location.Severity;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.smartcorrection.procedure.Reason;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes questions of findings. One departure is one question: what is found while nobody has
 * answered it is added to it, and coming back adds to it too and closes nothing.
 */
@Component
class Departures implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

  private final Alarms alarms;
  private final Cases cases;
  private final Casework casework;
  private final Agencies agencies;
  private final SystemActors actors;
  private final AlarmFollower follower;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Phaser underWay = new Phaser(1);
  private static final int RAISERS = 4;
  private final ExecutorService raisers =
      Executors.newFixedThreadPool(
          RAISERS, Thread.ofPlatform().name("alarms-", 0).daemon().factory());

  Departures(
      Alarms alarms,
      Cases cases,
      Casework casework,
      Agencies agencies,
      SystemActors actors,
      AlarmFollower follower,
      TransactionTemplate transaction,
      Clock clock) {
    this.alarms = alarms;
    this.cases = cases;
    this.casework = casework;
    this.agencies = agencies;
    this.actors = actors;
    this.follower = follower;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What has to follow once the transaction is committed. */
  record Noted(List<UUID> raise, Set<Alarm> tell) {}

  /** Notes findings in the transaction of their positions, so that none is lost on the way. */
  Noted note(List<Judging.Found> found) {
    var raise = new ArrayList<UUID>();
    var tell = new LinkedHashSet<Alarm>();
    for (Judging.Found one : found) {
      Optional<Alarm> open = alarms.departure(one.person());
      switch (one.finding()) {
        case Finding.LeftPermittedArea left -> {
          Alarm alarm = open.orElseGet(() -> alarms.open(cases.get(one.caseId()), left));
          Severity graver = max(alarm.severity(), left.severity());
          alarms.add(alarm, left, graver, left.probability());
          if (open.isEmpty()) raise.add(alarm.id());
          else tell.add(alarm);
        }
        case Finding.DepartureConfirmed confirmed ->
            open.ifPresent(
                alarm -> {
                  alarms.add(alarm, confirmed, confirmed.severity(), confirmed.probability());
                  tell.add(alarm);
                });
        case Finding.ReturnedToPermittedArea returned ->
            open.ifPresent(
                alarm -> {
                  alarms.add(alarm, returned, alarm.severity(), probability(alarm));
                  tell.add(alarm);
                });
      }
    }
    return new Noted(raise, tell);
  }

  /** Whether somebody was outside is not made less likely by their coming back. */
  private static double probability(Alarm alarm) {
    return alarm.probability() == null ? 0 : alarm.probability();
  }

  private static Severity max(Severity a, Severity b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** Raises what is new, each in an act of its own, and tells of what was added. */
  void follow(Noted noted) {
    for (UUID id : noted.raise()) later(() -> raise(id));
    for (Alarm alarm : noted.tell()) later(() -> follower.tell(alarm.caseId(), alarm.agency()));
  }

  private void later(Runnable work) {
    underWay.register();
    raisers.execute(
        () -> {
          try {
            work.run();
          } finally {
            underWay.arriveAndDeregister();
          }
        });
  }

  /** Waits until everything that was under way is done; false when it takes longer than that. */
  boolean settled(long time, TimeUnit unit) throws InterruptedException {
    try {
      underWay.awaitAdvanceInterruptibly(underWay.arrive(), time, unit);
      return true;
    } catch (TimeoutException _) {
      return false;
    }
  }

  /** Raises what a crash or a failure left waiting. */
  void raisePending() {
    alarms.pending().forEach(this::raise);
  }

  private void raise(UUID id) {
    try {
      transaction.executeWithoutResult(_ -> perform(id));
    } catch (RuntimeException e) {
      LOG.error("an alarm waits to be raised: {}", e.getClass().getName());
    }
  }

  private void perform(UUID id) {
    Alarm alarm = alarms.lock(id);
    if (!alarm.state().equals(Alarm.PENDING)) return;
    Actor system = actors.of(agencies.get(alarm.agency()));
    // a device's clock may be a little ahead of ours
    Instant now = clock.instant();
    Instant detectedAt = alarm.openedAt().isAfter(now) ? now : alarm.openedAt();
    Facts facts = Facts.NONE.choice("alarmKind", alarm.kind()).moment("detectedAt", detectedAt);
    switch (casework.perform(
        PerformAct.opening(alarm.caseId(), "alarm", "AlarmRaised", facts, system))) {
      case Result.Recorded _ -> {}
      case Result.NeedsReason(var warnings) -> LOG.error("an alarm waits: {}", keys(warnings));
      case Result.Refused(var reasons) -> LOG.error("an alarm waits: {}", keys(reasons));
    }
  }

  private static List<String> keys(List<Reason> reasons) {
    return reasons.stream().map(Reason::key).toList();
  }

  @Override
  public void destroy() {
    raisers.shutdown();
  }
}
