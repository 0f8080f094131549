package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.notify.Attempt;
import org.smartcorrection.platform.notify.DutyCalls;
import org.smartcorrection.platform.notify.Ladder;
import org.smartcorrection.platform.roster.Duty;
import org.smartcorrection.platform.roster.DutyHours;
import org.smartcorrection.platform.roster.Roster;
import org.smartcorrection.platform.roster.Superiors;
import org.smartcorrection.platform.tracking.Escalation.Stage;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Takes alarms on that nobody acknowledges (rule H15). What is said is the same for every alarm and
 * names nobody.
 */
@Component
class Escalator implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Escalator.class);

  /** Gateways take their time: the alarm behind a slow one does not wait for it. */
  private static final int AT_ONCE = 8;

  private final Alarms alarms;
  private final EscalationSteps steps;
  private final DutyHours hours;
  private final Roster roster;
  private final Superiors superiors;
  private final DutyCalls calls;
  private final AlarmFollower follower;
  private final Law law;
  private final Clock clock;
  private final ExecutorService callers =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().name("escalator-", 0).daemon().factory());

  Escalator(
      Alarms alarms,
      EscalationSteps steps,
      DutyHours hours,
      Roster roster,
      Superiors superiors,
      DutyCalls calls,
      AlarmFollower follower,
      Law law,
      Clock clock) {
    this.alarms = alarms;
    this.steps = steps;
    this.hours = hours;
    this.roster = roster;
    this.superiors = superiors;
    this.calls = calls;
    this.follower = follower;
    this.law = law;
    this.clock = clock;
  }

  /** Takes on all that is due by now; the gravest first. */
  synchronized void round() {
    List<Alarm> waiting = alarms.unacknowledged();
    Map<UUID, List<Attempt<Stage>>> tried = steps.of(waiting.stream().map(Alarm::id).toList());
    List<Callable<Boolean>> work =
        waiting.stream()
            .map(
                alarm ->
                    (Callable<Boolean>)
                        () -> takeOn(alarm, tried.getOrDefault(alarm.id(), List.of())))
            .toList();
    try {
      var _ = callers.invokeAll(work);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean takeOn(Alarm alarm, List<Attempt<Stage>> before) {
    try {
      return walk(alarm, before);
    } catch (RuntimeException e) {
      LOG.error("an alarm waits to be taken on: {}", e.getClass().getName());
      return false;
    }
  }

  /** Goes on through the stages until one is reached or the next is not due yet. */
  private boolean walk(Alarm alarm, List<Attempt<Stage>> before) {
    var tried = new ArrayList<>(before);
    Instant now = clock.instant();
    Ladder<Stage> ladder =
        Escalation.ladder(
            law.rules(alarm.agency()).at(LegalCalendar.legalDay(now)).rule(Escalation.RULE),
            alarm.severity());
    // what a device told late is nobody's delay
    Instant since = alarm.raisedAt() == null ? alarm.changedAt() : alarm.raisedAt();
    boolean moved = false;
    while (true) {
      Optional<Ladder.Due<Stage>> due = ladder.next(since, tried);
      if (due.isEmpty()) alarms.escalated(alarm.id());
      if (due.isEmpty() || due.get().at().isAfter(clock.instant())) break;
      Stage stage = due.get().stage();
      List<Attempt<Stage>> made =
          calls.reach(
              stage,
              whom(alarm.agency(), stage),
              Escalation.ways(stage),
              "tracking.escalation.said",
              tried.size(),
              steps.log(alarm.id()));
      if (made.isEmpty()) break;
      tried.addAll(made);
      moved = true;
    }
    if (moved) follower.tell(alarm.caseId(), alarm.agency());
    return moved;
  }

  private List<AccountId> whom(AgencyId custody, Stage stage) {
    Optional<Duty> duty = roster.of(custody, hours.now(custody));
    return switch (stage) {
      case TEXT, CALL -> one(duty.map(Duty::officer).orElse(null));
      case DEPUTY -> {
        @Nullable AccountId deputy = duty.map(Duty::deputy).orElse(null);
        yield deputy == null ? superiors.deputies(custody) : List.of(deputy);
      }
      case HEAD -> superiors.heads(custody);
    };
  }

  private static List<AccountId> one(@Nullable AccountId account) {
    return account == null ? List.of() : List.of(account);
  }

  @Override
  public void destroy() {
    callers.shutdown();
  }
}
