package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Openings;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Standing;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.OpenDeadline;
import org.smartcorrection.procedure.act.Opening;
import org.springframework.stereotype.Component;

/**
 * What may be done in a case now, read from the definitions of its running procedures and of those
 * that can be opened. Locked acts are listed with the reason: nothing is hidden from those whom it
 * concerns.
 */
@Component
class PossibleActs {
  private static final Set<org.smartcorrection.procedure.act.Role> ITSELF =
      Set.of(org.smartcorrection.procedure.act.Role.SYSTEM);

  private final Instances instances;
  private final Law law;
  private final Clock clock;

  PossibleActs(Instances instances, Law law, Clock clock) {
    this.instances = instances;
    this.law = law;
    this.clock = clock;
  }

  /** All acts of this case that concern the actor's agency, those of running procedures first. */
  List<PossibleAct> of(OpenedCase opened) {
    List<Running> running =
        instances.ofCase(opened.in().id()).stream()
            .filter(Discretion::shows)
            .filter(run -> opened.answering() == null || run.id().equals(opened.answering()))
            .toList();
    var possible = new ArrayList<PossibleAct>();
    running.stream()
        .filter(run -> !run.closed() || carriesOn(run))
        .sorted(Comparator.comparingInt(Running::changedBy).reversed())
        .forEach(run -> inside(run, running, opened, possible));
    if (opened.answering() == null) openings(running, opened, possible);
    return possible;
  }

  /** One of them. */
  Optional<PossibleAct> find(
      OpenedCase opened, String procedure, String type, @Nullable UUID instance) {
    return of(opened).stream()
        .filter(act -> act.procedure().equals(procedure) && act.type().equals(type))
        .filter(act -> instance == null ? act.instance() == null : instance.equals(act.instance()))
        .findFirst();
  }

  /** A procedure may be over and yet allow acts, such as adjusting the plan of a reception. */
  private boolean carriesOn(Running run) {
    return !definition(run).actsFrom(run.state()).isEmpty();
  }

  private void inside(
      Running run, List<Running> all, OpenedCase opened, List<PossibleAct> possible) {
    Definition definition = definition(run);
    for (Act act : definition.acts()) {
      boolean now = act.from().contains(run.state());
      boolean ahead = !now && !run.closed() && reachable(definition, run.state(), act);
      // that everything ends with the correction needs no telling in each of them
      if (act.type().equals(Act.CORRECTION_ENDED)) continue;
      if (!Discretion.shows(act.type()) || (!now && !ahead)) continue;
      Text lock =
          now
              ? lock(act, run, opened).orElse(null)
              : Text.of("desk.lock.state", states(definition, act));
      possible.add(act(act, definition, run, all, opened, lock));
    }
  }

  /** Whether the act comes right after one that is possible now: further ones would be noise. */
  private static boolean reachable(Definition definition, String state, Act act) {
    return definition.actsFrom(state).stream()
        .map(step -> step.target(state))
        .anyMatch(next -> !next.equals(state) && act.from().contains(next));
  }

  private void openings(List<Running> all, OpenedCase opened, List<PossibleAct> possible) {
    for (Definition definition : law.inForce(opened.in().agency(), today())) {
      // a case begins with it elsewhere
      if (definition.opens().phase().filter(Opening.Phase.FIRST::equals).isPresent()) continue;
      for (Act act : definition.actsFrom(definition.initial())) {
        // whoever reads the case needs no emergency to open it
        if (act.type().equals(Restrictions.MINOR_OPENED)) continue;
        boolean concerns = mayAct(act, opened);
        if (!concerns || !Discretion.shows(act.type())) continue;
        possible.add(
            act(act, definition, null, all, opened, opening(definition, all, opened).orElse(null)));
      }
    }
  }

  private Optional<Text> opening(Definition definition, List<Running> all, OpenedCase opened) {
    return Openings.against(definition, opened.summary(), all).map(PossibleActs::said);
  }

  private static Text said(Reason reason) {
    return Text.of(
        reason.key(),
        reason.args().stream()
            .map(arg -> arg instanceof Arg.Named(var key) ? Text.of(key) : Text.literal(""))
            .toArray());
  }

  private PossibleAct act(
      Act act,
      Definition definition,
      @Nullable Running run,
      List<Running> all,
      OpenedCase opened,
      @Nullable Text lock) {
    List<PossibleAct.Ground> grounds = grounds(act, all);
    Text why =
        lock == null && act.restsOn().isPresent() && grounds.isEmpty()
            ? Text.of("desk.lock.ground", Text.of("procedure." + act.restsOn().get().procedure()))
            : lock;
    String state = run == null ? definition.initial() : run.state();
    return new PossibleAct(
        opened.in().id(),
        definition.id(),
        definition.family(),
        act.type(),
        run == null ? null : run.id(),
        Text.of("state." + definition.id() + "." + state),
        why,
        act.restsOn().isPresent(),
        grounds);
  }

  private static List<PossibleAct.Ground> grounds(Act act, List<Running> all) {
    return act.restsOn().stream()
        .flatMap(
            needed ->
                all.stream()
                    .filter(run -> run.procedure().equals(needed.procedure()))
                    .filter(run -> needed.states().contains(run.state())))
        .map(
            run ->
                new PossibleAct.Ground(
                    run.id(),
                    Text.of(
                        "desk.ground",
                        Text.of("state." + run.procedure() + "." + run.state()),
                        run.changedBy())))
        .toList();
  }

  private Optional<Text> lock(Act act, Running run, OpenedCase opened) {
    if (act.after().isPresent()) return Optional.of(itself(act, run));
    if (act.who().equals(ITSELF))
      return Optional.of(
          act.restsOn()
              .map(on -> Text.of("desk.lock.follows", Text.of("procedure." + on.procedure())))
              .orElse(Text.of("desk.lock.follows.somewhere")));
    if (!mayAct(act, opened)) return Optional.of(Text.of("desk.lock.power", roles(act)));
    if (Standing.reserved(act) && Standing.deputises(opened.actor()))
      return Optional.of(Text.of("desk.lock.reserved"));
    return Optional.empty();
  }

  private static boolean mayAct(Act act, OpenedCase opened) {
    return LawRole.of(opened.actor().role()).filter(act.who()::contains).isPresent();
  }

  /** An act of time itself. */
  private static Text itself(Act act, Running run) {
    String deadline = act.after().orElseThrow();
    return run.instance()
        .deadline(deadline)
        .map(OpenDeadline::deadline)
        .map(end -> Text.of("desk.lock.itself", end.day()))
        .orElse(Text.of("desk.lock.time"));
  }

  private static Text roles(Act act) {
    return Texts.list(act.who().stream().sorted().map(role -> Text.of("role." + role)).toList());
  }

  private static Text states(Definition definition, Act act) {
    return Texts.list(
        act.from().stream()
            .sorted()
            .map(state -> Text.of("state." + definition.id() + "." + state))
            .toList());
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private Definition definition(Running run) {
    return law.definition(run.procedure(), run.instance().version());
  }
}
