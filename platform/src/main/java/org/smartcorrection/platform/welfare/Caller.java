package org.smartcorrection.platform.welfare;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Officer;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.notify.Delivery;
import org.smartcorrection.platform.notify.TextMessages;
import org.smartcorrection.platform.notify.VoiceCalls;
import org.smartcorrection.platform.roster.Duty;
import org.smartcorrection.platform.roster.DutyHours;
import org.smartcorrection.platform.roster.DutyNumbers;
import org.smartcorrection.platform.roster.Roster;
import org.smartcorrection.platform.roster.Shift;
import org.smartcorrection.platform.roster.Superiors;
import org.smartcorrection.platform.welfare.Reach.Answer;
import org.smartcorrection.platform.welfare.Reach.Attempt;
import org.smartcorrection.platform.welfare.Reach.Stage;
import org.smartcorrection.platform.welfare.Reach.Way;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells somebody of each welfare alert until one of them acknowledges it. What is said is the same
 * for every alert and names nobody. Each attempt stands in the database before it is made.
 */
@Component
class Caller {
  private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
  private static final int MOST = 200;

  private final Alerts alerts;
  private final Attempts attempts;
  private final Summaries summaries;
  private final DutyHours hours;
  private final Roster roster;
  private final Superiors superiors;
  private final DutyNumbers numbers;
  private final TextMessages texts;
  private final VoiceCalls calls;
  private final Law law;
  private final MessageSource words;
  private final Clock clock;

  Caller(
      Alerts alerts,
      Attempts attempts,
      Summaries summaries,
      DutyHours hours,
      Roster roster,
      Superiors superiors,
      DutyNumbers numbers,
      TextMessages texts,
      VoiceCalls calls,
      Law law,
      MessageSource words,
      Clock clock) {
    this.alerts = alerts;
    this.attempts = attempts;
    this.summaries = summaries;
    this.hours = hours;
    this.roster = roster;
    this.superiors = superiors;
    this.numbers = numbers;
    this.texts = texts;
    this.calls = calls;
    this.law = law;
    this.words = words;
    this.clock = clock;
  }

  synchronized void round() {
    for (Alert alert : alerts.unseen(MOST)) {
      try {
        walk(alert);
      } catch (RuntimeException e) {
        LOG.error("a welfare alert waits: {}", e.getClass().getName());
      }
    }
  }

  /** Goes on through the stages until one is reached or the next is not due yet. */
  private void walk(Alert alert) {
    var tried = new ArrayList<>(attempts.of(alert.id()));
    Reach.Patience patience = patience(alert.custody());
    boolean night = hours.at(alert.custody(), alert.raisedAt()).half() == Shift.Half.NIGHT;
    while (true) {
      Optional<Reach.Due> due = Reach.next(alert.raisedAt(), night, patience, tried);
      if (due.isEmpty() || due.get().at().isAfter(clock.instant())) return;
      List<Attempt> made = attempt(alert, due.get().stage(), tried.size());
      if (made.isEmpty()) return;
      tried.addAll(made);
    }
  }

  private Reach.Patience patience(AgencyId custody) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    return Reach.Patience.of(law.rules(custody).at(today).rule(Reach.RULE));
  }

  private List<Attempt> attempt(Alert alert, Stage stage, int before) {
    List<AccountId> whom = whom(alert, stage);
    List<Way> ways = ways(alert, stage);
    if (whom.isEmpty()) {
      var nobody =
          new Attempt(
              before + 1, stage, null, ways.getFirst(), clock.instant(), Answer.NOBODY, null);
      return attempts.begin(alert.id(), nobody) ? List.of(nobody) : List.of();
    }
    var made = new ArrayList<Attempt>();
    for (AccountId account : whom)
      for (Way way : ways) {
        Optional<Attempt> one = attempt(alert, stage, before + made.size() + 1, account, way);
        if (one.isEmpty()) return made;
        made.add(one.get());
        if (one.get().answer() == Answer.SENT) break;
      }
    return made;
  }

  private Optional<Attempt> attempt(
      Alert alert, Stage stage, int number, AccountId account, Way way) {
    var begun = new Attempt(number, stage, account, way, clock.instant(), Answer.BEGUN, null);
    if (!attempts.begin(alert.id(), begun)) return Optional.empty();
    Delivery delivery =
        numbers
            .of(account)
            .map(telephone -> send(way, telephone))
            .orElseGet(() -> new Delivery.Unavailable("no-number"));
    attempts.answered(alert.id(), number, delivery);
    Answer answer =
        switch (delivery) {
          case Delivery.Sent _ -> Answer.SENT;
          case Delivery.Unavailable _ -> Answer.UNAVAILABLE;
        };
    return Optional.of(new Attempt(number, stage, account, way, begun.at(), answer, null));
  }

  private Delivery send(Way way, String telephone) {
    String said = words.getMessage("welfare.said", null, Locale.SIMPLIFIED_CHINESE);
    return switch (way) {
      case TEXT -> texts.text(telephone, said);
      case VOICE -> calls.call(telephone, said);
    };
  }

  /** A fall does not wait to be read. */
  private static List<Way> ways(Alert alert, Stage stage) {
    return switch (stage) {
      case OFFICER, DUTY ->
          alert.sign() == VitalSign.FALL
              ? List.of(Way.VOICE, Way.TEXT)
              : List.of(Way.TEXT, Way.VOICE);
      case DEPUTY, HEAD -> List.of(Way.VOICE, Way.TEXT);
    };
  }

  private List<AccountId> whom(Alert alert, Stage stage) {
    AgencyId custody = alert.custody();
    Optional<Duty> duty = roster.of(custody, hours.now(custody));
    return switch (stage) {
      case OFFICER ->
          summaries.find(alert.caseId()).map(Summary::officer).map(Officer::account).stream()
              .toList();
      case DUTY -> duty.map(Duty::officer).stream().toList();
      case DEPUTY -> {
        @Nullable AccountId deputy = duty.map(Duty::deputy).orElse(null);
        yield deputy == null ? superiors.deputies(custody) : List.of(deputy);
      }
      case HEAD -> superiors.heads(custody);
    };
  }
}
