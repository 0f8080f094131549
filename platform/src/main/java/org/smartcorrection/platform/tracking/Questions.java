package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
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
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Observation.Phase;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
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
 * Makes questions of observations. One matter is one question: what is observed while nobody has
 * answered it is added to it, and what ends adds to it too and closes nothing. A question of which
 * nothing stands any more, because messages came later, is withdrawn by an act of its own.
 */
@Component
class Questions implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

  private final Alarms alarms;
  private final Cases cases;
  private final Casework casework;
  private final Instances instances;
  private final Observations observations;
  private final Agencies agencies;
  private final SystemActors actors;
  private final AlarmFollower follower;
  private final Absences absences;
  private final Suspended suspended;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Phaser underWay = new Phaser(1);
  private static final int RAISERS = 4;
  private final ExecutorService raisers =
      Executors.newFixedThreadPool(
          RAISERS, Thread.ofPlatform().name("alarms-", 0).daemon().factory());

  Questions(
      Alarms alarms,
      Cases cases,
      Casework casework,
      Instances instances,
      Observations observations,
      Agencies agencies,
      SystemActors actors,
      AlarmFollower follower,
      Absences absences,
      Suspended suspended,
      TransactionTemplate transaction,
      Clock clock) {
    this.alarms = alarms;
    this.cases = cases;
    this.casework = casework;
    this.instances = instances;
    this.observations = observations;
    this.agencies = agencies;
    this.actors = actors;
    this.follower = follower;
    this.absences = absences;
    this.suspended = suspended;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What has to follow once the transaction is committed. */
  record Noted(List<UUID> raise, Set<Alarm> tell) {}

  /** Notes what was found in the transaction of its messages, so that none is lost on the way. */
  Noted note(Findings findings) {
    var raise = new LinkedHashSet<UUID>();
    var tell = new LinkedHashSet<Alarm>();
    var withdrawn = new LinkedHashSet<UUID>();
    for (Findings.Made made : findings.made()) {
      Optional<Alarm> alarm = alarm(made, raise);
      observations.add(
          made.person(),
          made.number(),
          made.ground(),
          alarm.map(Alarm::id).orElse(null),
          made.observation());
      alarm.ifPresent(tell::add);
      if (made.instead() != null)
        observations.withdraw(made.person(), made.instead().number(), made.number());
    }
    for (Findings.Withdrawn one : findings.withdrawn()) {
      observations.withdraw(one.person(), one.noted().number(), null);
      if (one.noted().alarm() != null) withdrawn.add(one.noted().alarm());
    }
    for (UUID id : withdrawn) {
      if (!observations.carry(id)) {
        alarms.withdraw(id);
        raise.add(id);
      }
      tell.add(alarms.get(id));
    }
    tell.removeIf(alarm -> raise.contains(alarm.id()));
    return new Noted(List.copyOf(raise), tell);
  }

  /** The question to which an observation belongs; a new one if it begins and none is open. */
  private Optional<Alarm> alarm(Findings.Made made, Set<UUID> raise) {
    Observation observation = made.observation();
    if (made.instead() != null && made.instead().alarm() != null)
      return Optional.of(weigh(alarms.get(made.instead().alarm()), observation));
    return AlarmKind.of(observation.kind())
        .flatMap(
            kind -> {
              Optional<Alarm> open = alarms.unanswered(made.person(), kind);
              if (open.isPresent()) {
                resume(open.get(), made, raise);
                return open.map(alarm -> weigh(alarm, observation));
              }
              if (observation.phase() != Phase.RAISED)
                return observations.alarmOf(made.person(), observation).map(alarms::get);
              Alarm fresh = alarms.open(cases.get(made.caseId()), kind, observation);
              raise.add(fresh.id());
              return Optional.of(fresh);
            });
  }

  /** What is observed again after an absence is a question, whatever suspended it before. */
  private void resume(Alarm alarm, Findings.Made made, Set<UUID> raise) {
    Observation observation = made.observation();
    if (alarm.suspended()
        && observation.phase() != Phase.ENDED
        && absences.explaining(made.person(), alarm.kind(), observation.at()).isEmpty()
        && suspended.resume(alarm.id())) raise.add(alarm.id());
  }

  /** That something is over makes it neither less likely nor less grave. */
  private Alarm weigh(Alarm alarm, Observation observation) {
    double before = alarm.probability() == null ? 0 : alarm.probability();
    switch (observation.phase()) {
      case RAISED ->
          alarms.weigh(
              alarm,
              max(alarm.severity(), observation.severity()),
              Math.max(before, observation.probability()));
      case CONFIRMED -> alarms.weigh(alarm, observation.severity(), observation.probability());
      case ENDED -> alarms.weigh(alarm, alarm.severity(), before);
    }
    return alarm;
  }

  private static Severity max(Severity a, Severity b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** Raises and withdraws, each in an act of its own, and tells of what was added. */
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

  /** Raises and withdraws what a crash or a failure left waiting. */
  void raisePending() {
    alarms.pending().forEach(this::raise);
  }

  private void raise(UUID id) {
    try {
      Optional<Alarm> waits = requireNonNull(transaction.execute(_ -> perform(id)));
      waits.ifPresent(alarm -> follower.tell(alarm.caseId(), alarm.agency()));
    } catch (RuntimeException e) {
      LOG.error("an alarm waits to be raised: {}", e.getClass().getName());
    }
  }

  /** The question, if it is one that waits for the end of an absence from now on. */
  private Optional<Alarm> perform(UUID id) {
    Alarm alarm = alarms.lock(id);
    Actor system = actors.of(agencies.get(alarm.agency()));
    Optional<Absences.Absence> away = away(alarm);
    if (away.isPresent()) suspended.suspend(id, away.get());
    else if (alarm.state().equals(Alarm.PENDING)) raise(alarm, system);
    Alarm now = alarms.get(id);
    if (now.suspended() && now.withdrawnAt() != null) suspended.close(id);
    if (now.isToBeWithdrawn()) withdraw(now, system);
    return away.map(_ -> now);
  }

  /** The absence that explains what nobody was asked about yet; whoever is back, is asked. */
  private Optional<Absences.Absence> away(Alarm alarm) {
    return alarm.state().equals(Alarm.PENDING) && alarm.absence() == null
        ? absences.explaining(alarm.person(), alarm.kind(), alarm.openedAt())
        : Optional.empty();
  }

  private void withdraw(Alarm alarm, Actor system) {
    instances
        .find(requireNonNull(alarm.instance()))
        .ifPresent(
            running ->
                told(
                    casework.perform(
                        PerformAct.in(running, "AlarmWithdrawn", Facts.NONE, system))));
  }

  private void raise(Alarm alarm, Actor system) {
    // a device's clock may be a little ahead of ours
    Instant now = clock.instant();
    Instant detectedAt = alarm.openedAt().isAfter(now) ? now : alarm.openedAt();
    Facts facts = Facts.NONE.choice("alarmKind", alarm.kind()).moment("detectedAt", detectedAt);
    told(
        casework.perform(
            PerformAct.opening(alarm.caseId(), "alarm", "AlarmRaised", facts, system)));
  }

  private static void told(Result result) {
    switch (result) {
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
