package org.smartcorrection.platform.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.SystemActors;
import org.smartcorrection.procedure.act.Consequence;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Fact;
import org.springframework.stereotype.Component;

/**
 * What an act brings by itself, as its definition says: a revocation ends the correction (CCL 45),
 * a commutation gives the term another end (CCL 33). Each is an act of the system that rests on
 * what brought it, of the same hour.
 */
@Component
class Consequences {
  private final Instances instances;
  private final Acts acts;
  private final Agencies agencies;
  private final SystemActors system;
  private final Law law;

  Consequences(Instances instances, Acts acts, Agencies agencies, SystemActors system, Law law) {
    this.instances = instances;
    this.acts = acts;
    this.agencies = agencies;
    this.system = system;
    this.law = law;
  }

  /** What follows from an act that was just recorded, in this order. */
  List<PerformAct> of(Case in, Act act, Running after) {
    List<Consequence> brought = brought(act, after);
    if (brought.isEmpty()) return List.of();
    Actor by = system.of(agencies.get(in.agency()));
    return brought.stream().flatMap(next -> following(in, act, after, next, by)).toList();
  }

  /**
   * What has to be put right because the act that brought it was: the same facts, taken from the
   * correction.
   *
   * @param right the act with the facts that count now
   */
  List<PerformAct> corrected(Case in, Act right, Running after) {
    List<Consequence> brought = brought(right, after);
    if (brought.isEmpty()) return List.of();
    Actor by = system.of(agencies.get(in.agency()));
    List<Act> history = acts.history(in.id());
    var corrections = new ArrayList<PerformAct>();
    for (Consequence next : brought)
      for (Act wrong : standing(history, right, next)) {
        Facts facts = facts(right, next);
        boolean stands =
            wrong.facts().with(facts).equals(wrong.facts())
                && wrong.occurredAt().equals(right.occurredAt());
        if (stands) continue;
        Running run = instances.find(wrong.instance()).orElseThrow();
        corrections.add(
            PerformAct.in(run, next.act(), facts, by)
                .occurring(right.occurredAt())
                .restingOn(after.id())
                .correcting(wrong.id()));
      }
    return corrections;
  }

  /** The acts that were brought, each with its latest facts. */
  private static List<Act> standing(List<Act> history, Act right, Consequence next) {
    return history.stream()
        .filter(act -> act.role() == Role.SYSTEM && act.type().equals(next.act()))
        .filter(act -> right.instance().equals(act.restsOn()))
        .filter(act -> history.stream().noneMatch(other -> act.id().equals(other.corrects())))
        .toList();
  }

  private List<Consequence> brought(Act act, Running after) {
    return law.definition(after.procedure(), after.instance().version())
        .act(act.type())
        .map(org.smartcorrection.procedure.act.Act::brings)
        .orElse(List.of());
  }

  private Stream<PerformAct> following(
      Case in, Act act, Running after, Consequence next, Actor by) {
    String procedure = next.in(act.procedure());
    Facts facts = facts(act, next);
    Stream<PerformAct> all;
    if (next.procedure().isEmpty()) all = Stream.of(PerformAct.in(after, next.act(), facts, by));
    else {
      List<Running> open =
          instances.everyOne(in.id(), procedure).stream().filter(run -> !run.closed()).toList();
      if (next.each())
        all =
            open.stream()
                .filter(run -> happens(run, next.act()))
                .map(run -> PerformAct.in(run, next.act(), facts, by));
      else all = Stream.of(one(in, open.stream().findFirst(), procedure, next, facts, by));
    }
    return all.map(command -> command.occurring(act.occurredAt()).restingOn(after.id()));
  }

  private static PerformAct one(
      Case in, Optional<Running> run, String procedure, Consequence next, Facts facts, Actor by) {
    @Nullable Running open = run.orElse(null);
    return open == null
        ? PerformAct.opening(in.id(), procedure, next.act(), facts, by)
        : PerformAct.in(open, next.act(), facts, by);
  }

  private boolean happens(Running run, String type) {
    Definition definition = law.definition(run.procedure(), run.instance().version());
    return definition.act(type).filter(act -> act.from().contains(run.state())).isPresent();
  }

  private static Facts facts(Act act, Consequence next) {
    var facts = Facts.NONE;
    for (var fact : next.facts().entrySet()) {
      @Nullable Fact value = act.facts().values().get(fact.getValue());
      if (value != null) facts = facts.with(fact.getKey(), value);
    }
    for (var choice : next.choices().entrySet())
      facts = facts.choice(choice.getKey(), choice.getValue());
    return facts;
  }
}
