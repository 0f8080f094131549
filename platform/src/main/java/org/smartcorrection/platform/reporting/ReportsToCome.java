package org.smartcorrection.platform.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Opens the next periodic report as the plan says: the first with the plan, each further one with
 * the report before it, made or missed. It happens at the end of the same transaction, so that no
 * plan and no report is ever without its successor.
 */
@Component
class ReportsToCome {
  private static final Logger LOG = LoggerFactory.getLogger(ReportsToCome.class);

  /** The procedures in which a plan is opened. */
  private static final List<String> INTAKES = List.of("reception", "takeover");

  private final Casework casework;
  private final Instances instances;
  private final Summaries summaries;
  private final Agencies agencies;
  private final SystemActors system;

  ReportsToCome(
      Casework casework,
      Instances instances,
      Summaries summaries,
      Agencies agencies,
      SystemActors system) {
    this.casework = casework;
    this.instances = instances;
    this.summaries = summaries;
    this.agencies = agencies;
    this.system = system;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void on(ActRecorded recorded) {
    Act act = recorded.act();
    switch (act.type()) {
      case "PlanOpened", "Reported", "ReportedLate" ->
          open(recorded.in(), LegalCalendar.legalDay(act.occurredAt()));
      case "ReportMissed" -> open(recorded.in(), missedOn(recorded.instance(), act));
      case String _ -> {}
    }
  }

  private void open(Case in, LocalDate since) {
    boolean waits =
        instances.ofCase(in.id(), CheckIns.PROCEDURE).stream()
            .anyMatch(running -> running.state().equals("DUE"));
    if (waits || !underCorrection(in)) return;
    everyDays(in)
        .ifPresent(
            days ->
                perform(
                    PerformAct.opening(
                        in.id(),
                        CheckIns.PROCEDURE,
                        "ReportDue",
                        Facts.NONE.day("since", since).count("everyDays", days),
                        actor(in))));
  }

  /** As the plan says now. */
  private Optional<Integer> everyDays(Case in) {
    return INTAKES.stream()
        .flatMap(intake -> instances.ofCase(in.id(), intake).stream())
        .flatMap(intake -> intake.facts().count("everyDays").stream())
        .findFirst();
  }

  private boolean underCorrection(Case in) {
    return summaries
        .find(in.id())
        .filter(summary -> summary.status() == Summary.Status.ACTIVE)
        .isPresent();
  }

  private static LocalDate missedOn(Running running, Act act) {
    return running
        .instance()
        .deadline("report")
        .map(due -> due.deadline().day())
        .orElseGet(() -> LegalCalendar.legalDay(act.occurredAt()));
  }

  private Actor actor(Case in) {
    return system.of(agencies.get(in.agency()));
  }

  private void perform(PerformAct command) {
    // an official act is not undone because what follows it by itself could not be recorded
    if (!(casework.perform(command) instanceof Result.Recorded))
      LOG.error("{} was not accepted in case {}", command.type(), command.caseId());
  }
}
