package org.smartcorrection.procedure.act;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;

/** Looks for what a definition must not have, by going through all of it. */
final class Linter {

  private final Definition definition;
  private final Definitions definitions;
  private final Rules rules;
  private final List<Flaw> flaws = new ArrayList<>();

  Linter(Definition definition, Definitions definitions, Rules rules) {
    this.definition = definition;
    this.definitions = definitions;
    this.rules = rules;
  }

  /** Names first: the rest means nothing while a name is unknown. */
  List<Flaw> flaws() {
    flaws.addAll(new NameLint(definition, definitions, rules).flaws());
    if (!flaws.isEmpty()) return flaws;
    definition.acts().forEach(this::act);
    definition.deadlines().forEach(this::deadline);
    var walk = new Walk(definition);
    states(walk);
    flaws.addAll(new DutyLint(definition, walk).flaws());
    flaws.addAll(new HearingLint(definition, definitions, walk).flaws());
    flaws.addAll(new RestrictionLint(definition, walk).flaws());
    flaws.addAll(new EndLint(definition, definitions, walk).flaws());
    flaws.addAll(new ConsequenceLint(definition, definitions).flaws());
    return flaws.stream().distinct().toList();
  }

  private void act(Act act) {
    if (act.rules().stream().map(rules::rule).noneMatch(Rule::isLaw)) {
      add(Flaw.Kind.ACT_WITHOUT_ARTICLE, act.type());
    }
    if (act.refuses()) {
      if (act.remedy().isEmpty()) add(Flaw.Kind.REFUSAL_WITHOUT_REMEDY, act.type());
      boolean reasoned =
          Optional.ofNullable(act.facts().get("reason"))
              .filter(spec -> spec.type() == Fact.Type.TEXT && !spec.optional())
              .isPresent();
      if (!reasoned) add(Flaw.Kind.REFUSAL_WITHOUT_REASON, act.type());
    }
    act.from().stream()
        .filter(state -> !definition.restrictionIn(state).equals(restriction(act, state)))
        .forEach(state -> restriction(act, state).ifPresent(begun -> restricts(act, begun)));
  }

  private Optional<Restriction> restriction(Act act, String state) {
    return definition.restrictionIn(act.target(state));
  }

  private void restricts(Act act, Restriction begun) {
    Rule ground = rules.find(begun.rule()).orElse(null);
    if (ground == null || !ground.isLaw() || !act.rules().contains(begun.rule())) {
      add(Flaw.Kind.RESTRICTION_WITHOUT_ARTICLE, act.type());
    }
    if (act.remedy().isEmpty()) add(Flaw.Kind.RESTRICTION_WITHOUT_REMEDY, act.type());
  }

  private void deadline(DeadlineSpec spec) {
    if (spec.starts().isEmpty()) add(Flaw.Kind.DEADLINE_WITHOUT_START, spec.id());
    long ways =
        Stream.of(spec.number(), spec.numberFact(), spec.on()).filter(Optional::isPresent).count();
    boolean unitFits = spec.on().isPresent() == spec.unit().isEmpty();
    if (ways != 1 || !unitFits) add(Flaw.Kind.DEADLINE_WITHOUT_END, spec.id());
    if (spec.metBy().isEmpty()) add(Flaw.Kind.DEADLINE_NEVER_MET, spec.id());
  }

  private void states(Walk walk) {
    Set<String> states = walk.states(_ -> true);
    Set<String> leadingOn = statesThatCanEnd();
    for (State state : definition.states()) {
      if (!states.contains(state.id())) add(Flaw.Kind.UNREACHABLE_STATE, state.id());
      if (!leadingOn.contains(state.id())) add(Flaw.Kind.DEAD_END, state.id());
    }
  }

  private Set<String> statesThatCanEnd() {
    var ending = new HashSet<String>();
    definition.states().stream().filter(State::end).map(State::id).forEach(ending::add);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Act act : definition.acts()) {
        for (String from : act.from()) {
          if (ending.contains(act.target(from))) grew |= ending.add(from);
        }
      }
    }
    return ending;
  }

  private void add(Flaw.Kind kind, String place) {
    flaws.add(new Flaw(definition.id(), kind, place));
  }
}
