package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps grounds and areas as what the acts add up to, in the transaction of each act. A correction
 * makes everything of its case be derived anew.
 */
@Component
class Derivations {
  /** The procedures that say where somebody may be. */
  static final Set<String> AREAS = Set.of("area", "leave", "regulartravel");

  /** The acts by which a positioning ends. */
  static final Set<String> ENDS =
      Set.of("PositioningLifted", "PositioningExpired", "PositioningTermOver", "CorrectionEnded");

  private static final String POSITIONING = "positioning";

  private final Grounds grounds;
  private final Areas areas;
  private final Snapshots snapshots;
  private final Instances instances;
  private final Acts acts;
  private final Clock clock;

  Derivations(
      Grounds grounds,
      Areas areas,
      Snapshots snapshots,
      Instances instances,
      Acts acts,
      Clock clock) {
    this.grounds = grounds;
    this.areas = areas;
    this.snapshots = snapshots;
    this.instances = instances;
    this.acts = acts;
    this.clock = clock;
  }

  /** Whether an act, or what it puts right, has to do with a procedure. */
  static boolean concern(ActRecorded event, String procedure) {
    return event.act().corrects() != null || event.act().procedure().equals(procedure);
  }

  @EventListener
  void on(ActRecorded event) {
    if (event.act().corrects() != null) {
      anew(event.in());
      return;
    }
    switch (event.act().procedure()) {
      case "positioning" -> positioning(event);
      case "area" -> area(event.in(), event.instance(), event.act().occurredAt());
      case "leave" -> leave(event.in(), event.instance(), event.act().occurredAt());
      case "regulartravel" -> travel(event.in(), event.instance(), event.act().occurredAt());
      case String _ -> {}
    }
  }

  private void positioning(ActRecorded event) {
    Act act = event.act();
    UUID instance = act.instance();
    switch (act.type()) {
      case "SubjectInformed" -> {
        open(event.in(), event.instance(), act.occurredAt());
        snapshots.forget(event.in().person());
      }
      case "PositioningExtended" ->
          open(event.in(), event.instance(), startOf(act.facts(), "extendedFrom").orElseThrow());
      case "PositioningLifted", "PositioningExpired", "PositioningTermOver", "CorrectionEnded" -> {
        grounds.end(instance, act.occurredAt());
        snapshots.forget(event.in().person());
      }
      case String _ -> {}
    }
  }

  /** The term ends with the deadline by which the procedure itself ends the positioning. */
  private void open(Case in, Running running, Instant from) {
    until(running)
        .filter(until -> until.isAfter(from))
        .ifPresent(until -> grounds.open(running.id(), in.id(), in.person(), from, until));
  }

  private static Optional<Instant> until(Running running) {
    return running.instance().deadlines().stream()
        .filter(open -> open.id().equals("end"))
        .map(open -> open.deadline().end())
        .findFirst();
  }

  private void area(Case in, Running running, Instant at) {
    Facts facts = running.facts();
    if (running.state().equals("ENDED")) {
      areas.end(running.id(), at);
      return;
    }
    LegalBasis basis = LegalBasis.valueOf(facts.said("basis"));
    @Nullable Instant until = basis.temporary() ? end(facts, "permittedUntil").orElseThrow() : null;
    Instant from = basis.temporary() ? startOf(facts, "permittedFrom").orElseThrow() : at;
    areas.set(
        running.id(),
        in.id(),
        in.person(),
        basis,
        from,
        until,
        facts.said("name"),
        facts.said("geometry"),
        border(facts),
        false);
  }

  private static Zone.@Nullable Border border(Facts facts) {
    return facts.said("source").equals(ChosenBoundary.SOURCE)
        ? new Zone.Border(
            facts.said(ChosenBoundary.FIELD), Integer.parseInt(facts.said("areaVersion")))
        : null;
  }

  private void leave(Case in, Running running, Instant at) {
    Facts facts = running.facts();
    switch (running.state()) {
      case "GRANTED", "OVERDUE" ->
          away(
              in,
              running,
              LegalBasis.LEAVE,
              startOf(facts, "firstDay").orElseThrow(),
              end(facts, "lastDay").orElseThrow());
      case "RETURNED", "RETURNED_LATE", "ENDED" -> areas.end(running.id(), at);
      case String _ -> areas.forget(running.id());
    }
  }

  /** Regular travel is permitted until the deadline by which the approval ends by itself (M22). */
  private void travel(Case in, Running running, Instant at) {
    switch (running.state()) {
      case "APPROVED" ->
          until(running)
              .ifPresent(
                  until ->
                      away(
                          in,
                          running,
                          LegalBasis.REGULAR_TRAVEL,
                          startOf(running.facts(), "travelFrom").orElseThrow(),
                          until));
      case "WITHDRAWN", "GIVEN_UP", "EXPIRED", "ENDED" -> areas.end(running.id(), at);
      case String _ -> areas.forget(running.id());
    }
  }

  private void away(Case in, Running running, LegalBasis basis, Instant from, Instant until) {
    Facts facts = running.facts();
    boolean named = facts.values().containsKey("geometry");
    areas.set(
        running.id(),
        in.id(),
        in.person(),
        basis,
        from,
        until,
        named ? facts.said("regions") : null,
        named ? facts.said("geometry") : null,
        null,
        named);
  }

  private void anew(Case in) {
    for (Running running : instances.ofCase(in.id(), POSITIONING))
      positioningAnew(in, running, acts.ofInstance(running.id()));
    for (String procedure : AREAS)
      for (Running running : instances.ofCase(in.id(), procedure)) {
        Instant at = acts.ofInstance(running.id()).getLast().occurredAt();
        switch (procedure) {
          case "area" -> area(in, running, at);
          case "leave" -> leave(in, running, at);
          case "regulartravel" -> travel(in, running, at);
          case String _ -> {}
        }
      }
    snapshots.forget(in.person());
  }

  /** Only the term that runs matters to the gate; what has ended admits nothing either way. */
  private void positioningAnew(Case in, Running running, List<Act> history) {
    grounds.forget(running.id());
    if (!running.state().equals("ACTIVE")) return;
    Instant informed =
        history.stream()
            .filter(act -> act.type().equals("SubjectInformed"))
            .map(Act::occurredAt)
            .reduce((_, later) -> later)
            .orElseThrow();
    Optional<Instant> extended = startOf(running.facts(), "extendedFrom");
    Instant now = clock.instant();
    if (extended.isPresent()) open(in, running, extended.get());
    else open(in, running, informed);
    extended
        .filter(now::isBefore)
        .ifPresent(
            next ->
                grounds.open(
                    running.id(), in.id(), in.person(), threeMonthsBefore(next, informed), next));
  }

  private static Instant threeMonthsBefore(Instant end, Instant notBefore) {
    Instant begin = LegalCalendar.startOf(LegalCalendar.legalDay(end).minusMonths(3));
    return begin.isAfter(notBefore) ? begin : notBefore;
  }

  private static Optional<Instant> startOf(Facts facts, String day) {
    return facts.day(day).map(LegalCalendar::startOf);
  }

  private static Optional<Instant> end(Facts facts, String day) {
    return facts.day(day).map((LocalDate last) -> LegalCalendar.endOf(last));
  }
}
