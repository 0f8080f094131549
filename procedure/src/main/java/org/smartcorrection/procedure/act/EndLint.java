package org.smartcorrection.procedure.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Proves that nothing of a person goes on after their correction ended (rules L32, L33; Community
 * Corrections Law 44, 45): time itself leads every state in which something can still happen, or is
 * still in force, to an end that owes nothing; or the state names the rule by which it survives. A
 * lasting restriction never does.
 */
final class EndLint {

  private static final Set<String> END_OF_CORRECTION = Set.of("L32", "L33");

  private final Definition definition;
  private final Definitions definitions;
  private final Walk walk;
  private final List<Flaw> flaws = new ArrayList<>();

  EndLint(Definition definition, Definitions definitions, Walk walk) {
    this.definition = definition;
    this.definitions = definitions;
    this.walk = walk;
  }

  List<Flaw> flaws() {
    definition.acts().stream().filter(EndLint::endsSomething).forEach(this::ending);
    definition.act(Act.CORRECTION_ENDED).ifPresent(this::endedWithCorrection);
    if (!isTheLifeOfTheCase()) {
      definition.states().stream()
          .filter(this::goesOn)
          .filter(state -> !survives(state) && !endsWithCorrection(state))
          .forEach(state -> add(Flaw.Kind.GOES_ON_AFTER_END, state.id()));
    }
    return flaws;
  }

  private static boolean endsSomething(Act act) {
    return act.ends() || act.type().equals(Act.CORRECTION_ENDED);
  }

  private void ending(Act act) {
    if (act.rules().stream().noneMatch(END_OF_CORRECTION::contains)) {
      add(Flaw.Kind.END_WITHOUT_ARTICLE, act.type());
    }
    walk.moves().stream()
        .filter(move -> move.act().equals(act))
        .flatMap(move -> move.to().open().stream())
        .forEach(deadline -> add(Flaw.Kind.OWED_AFTER_END, deadline));
  }

  private void endedWithCorrection(Act act) {
    boolean leadsToAnEnd =
        act.to()
            .flatMap(definition::state)
            .filter(to -> to.end() && !restrictsLastingly(to))
            .isPresent();
    if (!leadsToAnEnd
        || !act.who().equals(Set.of(Role.SYSTEM))
        || !DutyLint.happensByItself(act)
        || act.after().isPresent()) {
      add(Flaw.Kind.GOES_ON_AFTER_END, act.type());
    }
  }

  /** One procedure alone ends the correction from wherever it stands: it ends with its own acts. */
  private boolean isTheLifeOfTheCase() {
    boolean alone =
        definitions.all().stream()
            .filter(other -> !other.id().equals(definition.id()))
            .flatMap(other -> other.acts().stream())
            .noneMatch(Act::ends);
    return alone
        && definition.states().stream()
            .filter(this::goesOn)
            .allMatch(state -> definition.actsFrom(state.id()).stream().anyMatch(Act::ends));
  }

  private boolean goesOn(State state) {
    return !state.id().equals(definition.initial())
        && (!state.end()
            || restrictsLastingly(state)
            || !definition.actsFrom(state.id()).isEmpty());
  }

  private static boolean survives(State state) {
    return state.survives().isPresent() && !restrictsLastingly(state);
  }

  private boolean endsWithCorrection(State state) {
    return definition.actsFrom(state.id()).stream()
        .anyMatch(act -> act.type().equals(Act.CORRECTION_ENDED));
  }

  private static boolean restrictsLastingly(State state) {
    return state.restricts().filter(Restriction::lasts).isPresent();
  }

  private void add(Flaw.Kind kind, String place) {
    flaws.add(new Flaw(definition.id(), kind, place));
  }
}
