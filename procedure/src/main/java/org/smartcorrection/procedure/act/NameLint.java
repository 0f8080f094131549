package org.smartcorrection.procedure.act;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smartcorrection.procedure.Delivery;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;

/** Looks for names that a definition uses and nobody defines. */
final class NameLint {

  private final Definition definition;
  private final Definitions definitions;
  private final Rules rules;
  private final List<Flaw> flaws = new ArrayList<>();
  private final Set<String> facts;

  NameLint(Definition definition, Definitions definitions, Rules rules) {
    this.definition = definition;
    this.definitions = definitions;
    this.rules = rules;
    this.facts =
        definition.acts().stream()
            .flatMap(act -> Stream.concat(act.facts().keySet().stream(), act.sets().stream()))
            .collect(Collectors.toSet());
  }

  List<Flaw> flaws() {
    doubled(definition.states().stream().map(State::id));
    doubled(definition.acts().stream().map(Act::type));
    doubled(definition.deadlines().stream().map(DeadlineSpec::id));
    state(definition.initial());
    definition.states().stream().flatMap(state -> state.survives().stream()).forEach(this::rule);
    definition.acts().forEach(this::act);
    definition.deadlines().forEach(this::deadline);
    return flaws;
  }

  private void act(Act act) {
    act.from().forEach(this::state);
    act.to().ifPresent(this::state);
    act.rules().forEach(this::rule);
    act.guards().stream()
        .filter(guard -> Guards.find(guard).isEmpty())
        .forEach(guard -> add(Flaw.Kind.UNKNOWN_GUARD, guard));
    act.after()
        .filter(id -> definition.deadline(id).isEmpty())
        .ifPresent(id -> add(Flaw.Kind.UNKNOWN_DEADLINE, id));
    act.facts().values().stream().flatMap(spec -> spec.when().stream()).forEach(this::when);
    act.restsOn().ifPresent(this::restsOn);
    act.effects().stream().flatMap(effect -> effect.handOver().stream()).forEach(this::fact);
    if (act.who().isEmpty()) add(Flaw.Kind.ACT_WITHOUT_ACTOR, act.type());
  }

  private void restsOn(Act.RestsOn needed) {
    List<Definition> others =
        definitions.all().stream().filter(other -> other.id().equals(needed.procedure())).toList();
    if (others.isEmpty()) add(Flaw.Kind.UNKNOWN_PROCEDURE, needed.procedure());
    for (Definition other : others) {
      needed.states().stream()
          .filter(state -> other.state(state).isEmpty())
          .forEach(state -> add(Flaw.Kind.UNKNOWN_STATE, state));
    }
  }

  private void deadline(DeadlineSpec spec) {
    rule(spec.rule());
    spec.starts().forEach(start -> actName(start.act()));
    spec.starts().stream().flatMap(start -> start.fact().stream()).forEach(this::fact);
    spec.starts().stream().flatMap(start -> start.when().stream()).forEach(this::when);
    spec.starts().stream().flatMap(start -> start.way().stream()).forEach(this::way);
    spec.metBy().forEach(met -> actName(met.act()));
    spec.metBy().stream().flatMap(met -> met.fact().stream()).forEach(this::fact);
    spec.metBy().stream().flatMap(met -> met.when().stream()).forEach(this::when);
    spec.then().ifPresent(this::actName);
    Stream.of(spec.numberFact(), spec.on(), spec.cap())
        .flatMap(Optional::stream)
        .forEach(this::fact);
    Stream.of(spec.number(), spec.daysBefore())
        .flatMap(Optional::stream)
        .filter(number -> !hasNumber(spec.rule(), number))
        .forEach(number -> add(Flaw.Kind.UNKNOWN_RULE, spec.rule() + "." + number));
  }

  private boolean hasNumber(String rule, String number) {
    return rules.find(rule).map(Rule::numbers).filter(all -> all.containsKey(number)).isPresent();
  }

  private void state(String id) {
    if (definition.state(id).isEmpty()) add(Flaw.Kind.UNKNOWN_STATE, id);
  }

  private void actName(String type) {
    if (definition.act(type).isEmpty()) add(Flaw.Kind.UNKNOWN_ACT, type);
  }

  private void rule(String id) {
    if (rules.find(id).isEmpty()) add(Flaw.Kind.UNKNOWN_RULE, id);
  }

  private void when(When when) {
    fact(when.fact());
  }

  private void fact(String name) {
    if (!facts.contains(name)) add(Flaw.Kind.UNKNOWN_FACT, name);
  }

  /** Every value that the choice can take is a way of delivery. */
  private void way(String name) {
    fact(name);
    Set<String> known =
        Stream.of(Delivery.Way.values()).map(Enum::name).collect(Collectors.toSet());
    definition.acts().stream()
        .flatMap(act -> Optional.ofNullable(act.facts().get(name)).stream())
        .filter(spec -> spec.type() != Fact.Type.CHOICE || !known.containsAll(spec.of()))
        .forEach(_ -> add(Flaw.Kind.UNKNOWN_FACT, name));
  }

  private void doubled(Stream<String> names) {
    var seen = new HashSet<String>();
    names.filter(name -> !seen.add(name)).forEach(name -> add(Flaw.Kind.DOUBLED, name));
  }

  private void add(Flaw.Kind kind, String place) {
    flaws.add(new Flaw(definition.id(), kind, place));
  }
}
