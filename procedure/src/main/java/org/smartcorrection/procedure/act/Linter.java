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
    states();
    return flaws;
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

  private void states() {
    var walk = new Walk(definition);
    Set<Walk.Configuration> reached = walk.configurations();
    Set<String> states = walk.states(_ -> true);
    Set<String> leadingOn = statesThatCanEnd();
    for (State state : definition.states()) {
      if (!states.contains(state.id())) add(Flaw.Kind.UNREACHABLE_STATE, state.id());
      if (!leadingOn.contains(state.id())) add(Flaw.Kind.DEAD_END, state.id());
    }
    var told = new HashSet<Flaw>();
    for (Walk.Configuration configuration : reached) {
      owed(configuration).ifPresent(told::add);
      unending(configuration).ifPresent(told::add);
    }
    flaws.addAll(told);
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

  /** Before its first act a procedure owes nothing; afterwards somebody does until its end. */
  private Optional<Flaw> owed(Walk.Configuration configuration) {
    boolean silent =
        configuration.open().isEmpty()
            && !configuration.state().equals(definition.initial())
            && !isEnd(configuration.state());
    return silent
        ? Optional.of(flaw(Flaw.Kind.NOBODY_OWES, configuration.state()))
        : Optional.empty();
  }

  /** A lasting restriction always has an open deadline whose act of time leads out of it. */
  private Optional<Flaw> unending(Walk.Configuration configuration) {
    return definition
        .restrictionIn(configuration.state())
        .filter(Restriction::lasts)
        .filter(
            restriction ->
                configuration.open().stream()
                    .noneMatch(id -> endsHere(restriction, id, configuration.state())))
        .map(_ -> flaw(Flaw.Kind.RESTRICTION_WITHOUT_END, configuration.state()));
  }

  private boolean endsHere(Restriction restriction, String deadline, String state) {
    return RestrictionEnd.isEnd(definition, restriction, deadline)
        && definition
            .deadline(deadline)
            .flatMap(DeadlineSpec::then)
            .flatMap(definition::act)
            .filter(act -> act.from().contains(state) && act.who().contains(Role.SYSTEM))
            .isPresent();
  }

  private boolean isEnd(String state) {
    return definition.state(state).filter(State::end).isPresent();
  }

  private void add(Flaw.Kind kind, String place) {
    flaws.add(flaw(kind, place));
  }

  private Flaw flaw(Flaw.Kind kind, String place) {
    return new Flaw(definition.id(), kind, place);
  }
}
