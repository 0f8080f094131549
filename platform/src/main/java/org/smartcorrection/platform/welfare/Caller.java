package org.smartcorrection.platform.welfare;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Officer;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.notify.Attempt;
import org.smartcorrection.platform.notify.DutyCalls;
import org.smartcorrection.platform.notify.Ladder;
import org.smartcorrection.platform.roster.Duty;
import org.smartcorrection.platform.roster.DutyHours;
import org.smartcorrection.platform.roster.Roster;
import org.smartcorrection.platform.roster.Shift;
import org.smartcorrection.platform.roster.Superiors;
import org.smartcorrection.platform.welfare.Reach.Stage;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/**
 * Tells somebody of each welfare alert until one of them acknowledges it. What is said is the same
 * for every alert and names nobody.
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
  private final DutyCalls calls;
  private final Law law;
  private final Clock clock;

  Caller(
      Alerts alerts,
      Attempts attempts,
      Summaries summaries,
      DutyHours hours,
      Roster roster,
      Superiors superiors,
      DutyCalls calls,
      Law law,
      Clock clock) {
    this.alerts = alerts;
    this.attempts = attempts;
    this.summaries = summaries;
    this.hours = hours;
    this.roster = roster;
    this.superiors = superiors;
    this.calls = calls;
    this.law = law;
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
    Ladder<Stage> ladder = ladder(alert);
    while (true) {
      Optional<Ladder.Due<Stage>> due = ladder.next(alert.raisedAt(), tried);
      if (due.isEmpty() || due.get().at().isAfter(clock.instant())) return;
      Stage stage = due.get().stage();
      List<Attempt<Stage>> made =
          calls.reach(
              stage,
              whom(alert, stage),
              Reach.ways(stage, alert.sign()),
              "welfare.said",
              tried.size(),
              attempts.log(alert.id()));
      if (made.isEmpty()) return;
      tried.addAll(made);
    }
  }

  private Ladder<Stage> ladder(Alert alert) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    boolean night = hours.at(alert.custody(), alert.raisedAt()).half() == Shift.Half.NIGHT;
    return Reach.ladder(law.rules(alert.custody()).at(today).rule(Reach.RULE), night);
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
