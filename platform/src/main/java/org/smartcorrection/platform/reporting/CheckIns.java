package org.smartcorrection.platform.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.OpenDeadline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The periodic report (rule M13): what is due, and taking it from whoever brings it. One press
 * settles whatever is open, the missed reports as late ones: nobody has to press twice.
 */
@Component
public class CheckIns {
  static final String PROCEDURE = "checkin";
  private static final String DEADLINE = "report";

  private final Casework casework;
  private final Acts acts;
  private final Instances instances;
  private final Presses presses;
  private final Clock clock;

  CheckIns(Casework casework, Acts acts, Instances instances, Presses presses, Clock clock) {
    this.casework = casework;
    this.acts = acts;
    this.instances = instances;
    this.presses = presses;
    this.clock = clock;
  }

  /**
   * A report that is owed.
   *
   * @param missed its time has passed; it can still be made, as a late one
   */
  public record Owed(Running running, OpenDeadline deadline, boolean missed) {}

  /** What came of a report. */
  public sealed interface Outcome {
    /**
     * It is recorded.
     *
     * @param act whose {@code occurredAt} is the moment that counts
     * @param own whether that is the moment the person pressed, rather than when it arrived
     */
    record Received(Act act, boolean own) implements Outcome {}

    /** Nothing is due; nothing was recorded. */
    record NothingDue() implements Outcome {}

    /** The law refuses. */
    record Refused(List<Reason> reasons) implements Outcome {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** The reports that are owed in a case, the oldest first. */
  public List<Owed> owed(CaseId caseId) {
    Instant now = clock.instant();
    return instances.ofCase(caseId, PROCEDURE).stream()
        .filter(running -> !running.closed())
        .sorted(Comparator.comparingInt(Running::openedBy))
        .flatMap(running -> owed(running, now).stream())
        .toList();
  }

  /**
   * Records a report.
   *
   * @param at when it was made; not in the future
   * @param changes what has changed in the person's life, or nothing
   */
  @Transactional
  public Outcome report(Case in, Actor by, Way way, Instant at, String changes) {
    return report(in, by, way, new PressTime(at, true), changes);
  }

  /**
   * Records a press that was kept on the person's phone. The same press sent again is answered as
   * it was the first time.
   *
   * @param press the name that the phone gave it
   * @throws NotFound when another person's press has that name
   */
  @Transactional
  public Outcome press(Case in, Actor by, UUID press, Instant pressedAt) {
    Instant now = clock.instant();
    PressTime time = PressTime.of(pressedAt, now);
    if (!presses.take(press, in.person(), pressedAt, now, time)) return again(in, press);
    Outcome outcome = report(in, by, Way.PHONE_PAGE, time, "");
    if (outcome instanceof Outcome.Received(var act, _)) presses.led(press, act.id());
    return outcome;
  }

  private Outcome again(Case in, UUID press) {
    Presses.Press before = presses.get(press);
    if (!before.person().equals(in.person())) throw new NotFound();
    return before
        .act()
        .<Outcome>map(act -> new Outcome.Received(acts.get(act), before.own()))
        .orElseGet(Outcome.NothingDue::new);
  }

  private Outcome report(Case in, Actor by, Way way, PressTime time, String changes) {
    Facts facts = Facts.NONE.choice("way", way);
    if (!changes.isBlank()) facts = facts.text("changes", changes);
    var recorded = new ArrayList<Act>();
    for (Owed owed : settled(owed(in.id()), time.at())) {
      boolean late = owed.deadline().deadline().hasPassed(time.at());
      String type = late ? "ReportedLate" : "Reported";
      var command = PerformAct.in(owed.running(), type, facts, by).occurring(time.at());
      switch (casework.perform(command)) {
        case Result.Recorded(_, var act, _) -> recorded.add(act);
        case Result.Refused(var reasons) -> {
          if (recorded.isEmpty()) return new Outcome.Refused(reasons);
        }
        case Result.NeedsReason(var warnings) -> {
          if (recorded.isEmpty()) return new Outcome.Refused(warnings);
        }
      }
    }
    return recorded.isEmpty()
        ? new Outcome.NothingDue()
        : new Outcome.Received(recorded.getLast(), time.own());
  }

  /** Missed reports, and the one that was due already when the person pressed. */
  private List<Owed> settled(List<Owed> owed, Instant at) {
    List<Owed> due =
        owed.stream()
            .filter(report -> report.missed() || !opened(report.running()).isAfter(at))
            .toList();
    return due.isEmpty() ? owed : due;
  }

  private Instant opened(Running running) {
    return acts.ofInstance(running.id()).getFirst().recordedAt();
  }

  private static Optional<Owed> owed(Running running, Instant now) {
    return running
        .instance()
        .deadline(DEADLINE)
        .map(due -> new Owed(running, due, due.deadline().hasPassed(now)));
  }
}
