package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.smartcorrection.platform.notify.Delivery;
import org.smartcorrection.platform.notify.TextMessages;
import org.smartcorrection.platform.notify.VoiceCalls;
import org.smartcorrection.platform.roster.Duty;
import org.smartcorrection.platform.roster.DutyHours;
import org.smartcorrection.platform.roster.DutyNumbers;
import org.smartcorrection.platform.roster.Roster;
import org.smartcorrection.platform.roster.Superiors;
import org.smartcorrection.platform.tracking.Escalation.Answer;
import org.smartcorrection.platform.tracking.Escalation.Stage;
import org.smartcorrection.platform.tracking.Escalation.Step;
import org.smartcorrection.platform.tracking.Escalation.Way;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Takes alarms on that nobody acknowledges (rule H15). Each attempt stands in the database before
 * it is made; a way that is not there is noted as such, and the next stage follows at once. What is
 * said is the same for every alarm and names nobody.
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
  private final DutyNumbers numbers;
  private final TextMessages texts;
  private final VoiceCalls calls;
  private final AlarmFollower follower;
  private final Law law;
  private final MessageSource words;
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
      DutyNumbers numbers,
      TextMessages texts,
      VoiceCalls calls,
      AlarmFollower follower,
      Law law,
      MessageSource words,
      Clock clock) {
    this.alarms = alarms;
    this.steps = steps;
    this.hours = hours;
    this.roster = roster;
    this.superiors = superiors;
    this.numbers = numbers;
    this.texts = texts;
    this.calls = calls;
    this.follower = follower;
    this.law = law;
    this.words = words;
    this.clock = clock;
  }

  /** Takes on all that is due by now; the gravest first. */
  synchronized void round() {
    List<Alarm> waiting = alarms.unacknowledged();
    Map<UUID, List<Step>> tried = steps.of(waiting.stream().map(Alarm::id).toList());
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

  private boolean takeOn(Alarm alarm, List<Step> before) {
    try {
      return walk(alarm, before);
    } catch (RuntimeException e) {
      LOG.error("an alarm waits to be taken on: {}", e.getClass().getName());
      return false;
    }
  }

  /** Goes on through the stages until one is reached or the next is not due yet. */
  private boolean walk(Alarm alarm, List<Step> before) {
    var tried = new ArrayList<>(before);
    Instant now = clock.instant();
    Escalation.Patience patience = patience(alarm.agency(), now);
    // what a device told late is nobody's delay
    Instant since = alarm.raisedAt() == null ? alarm.changedAt() : alarm.raisedAt();
    boolean moved = false;
    while (true) {
      Optional<Escalation.Due> due = Escalation.next(since, alarm.severity(), patience, tried);
      if (due.isEmpty()) alarms.escalated(alarm.id());
      if (due.isEmpty() || due.get().at().isAfter(clock.instant())) break;
      List<Step> made = attempt(alarm, due.get().stage(), tried.size());
      if (made.isEmpty()) break;
      tried.addAll(made);
      moved = true;
    }
    if (moved) follower.tell(alarm.caseId(), alarm.agency());
    return moved;
  }

  private Escalation.Patience patience(AgencyId custody, Instant now) {
    return Escalation.Patience.of(
        law.rules(custody).at(LegalCalendar.legalDay(now)).rule(Escalation.RULE));
  }

  /** Empty when another process was faster, or the alarm was acknowledged. */
  private List<Step> attempt(Alarm alarm, Stage stage, int before) {
    List<AccountId> whom = whom(alarm.agency(), stage);
    if (whom.isEmpty()) {
      var nobody =
          new Step(
              before + 1,
              stage,
              null,
              ways(stage).getFirst(),
              clock.instant(),
              Answer.NOBODY,
              null);
      return steps.begin(alarm.id(), nobody) ? List.of(nobody) : List.of();
    }
    var made = new ArrayList<Step>();
    for (AccountId account : whom)
      for (Way way : ways(stage)) {
        Optional<Step> step = attempt(alarm, stage, before + made.size() + 1, account, way);
        if (step.isEmpty()) return made;
        made.add(step.get());
        if (step.get().answer() == Answer.SENT) break;
      }
    return made;
  }

  private Optional<Step> attempt(Alarm alarm, Stage stage, int number, AccountId account, Way way) {
    var begun = new Step(number, stage, account, way, clock.instant(), Answer.BEGUN, null);
    if (!steps.begin(alarm.id(), begun)) return Optional.empty();
    Delivery delivery =
        numbers
            .of(account)
            .map(telephone -> send(way, telephone))
            .orElseGet(() -> new Delivery.Unavailable("no-number"));
    steps.answered(alarm.id(), begun, delivery);
    Answer answer =
        switch (delivery) {
          case Delivery.Sent _ -> Answer.SENT;
          case Delivery.Unavailable _ -> Answer.UNAVAILABLE;
        };
    return Optional.of(new Step(number, stage, account, way, begun.at(), answer, null));
  }

  private Delivery send(Way way, String telephone) {
    String said = words.getMessage("tracking.escalation.said", null, Locale.SIMPLIFIED_CHINESE);
    return switch (way) {
      case TEXT -> texts.text(telephone, said);
      case VOICE -> calls.call(telephone, said);
    };
  }

  /** Who is called is called by voice first: whoever did not read is not written to again. */
  private static List<Way> ways(Stage stage) {
    return switch (stage) {
      case TEXT -> List.of(Way.TEXT);
      case CALL -> List.of(Way.VOICE);
      case DEPUTY, HEAD -> List.of(Way.VOICE, Way.TEXT);
    };
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
