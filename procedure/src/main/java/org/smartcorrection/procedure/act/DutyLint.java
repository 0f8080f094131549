package org.smartcorrection.procedure.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Proves that somebody always owes the next step, that it can be done, and that time itself is
 * never held up.
 */
final class DutyLint {

  private final Definition definition;
  private final Walk walk;
  private final List<Flaw> flaws = new ArrayList<>();

  DutyLint(Definition definition, Walk walk) {
    this.definition = definition;
    this.walk = walk;
  }

  List<Flaw> flaws() {
    walk.configurations().forEach(this::owed);
    definition.deadlines().forEach(this::canBeMet);
    definition.deadlines().forEach(this::actOfTime);
    return flaws;
  }

  /** Before its first act a procedure owes nothing; afterwards somebody does until its end. */
  private void owed(Walk.Configuration reached) {
    boolean over = definition.state(reached.state()).filter(State::end).isPresent();
    if (reached.open().isEmpty() && !over && !reached.state().equals(definition.initial())) {
      add(Flaw.Kind.NOBODY_OWES, reached.state());
    }
  }

  /**
   * What is owed can be done: from wherever it is open some path leads to an act that meets it.
   * That the correction ends is no way of doing it.
   */
  private void canBeMet(DeadlineSpec deadline) {
    Set<Walk.Configuration> leading =
        walk.leadingTo(
            move -> isMet(deadline, move), move -> !move.act().type().equals(Act.CORRECTION_ENDED));
    walk.configurations().stream()
        .filter(reached -> reached.open().contains(deadline.id()))
        .filter(reached -> !leading.contains(reached))
        .forEach(_ -> add(Flaw.Kind.OWED_FOR_EVER, deadline.id()));
  }

  private static boolean isMet(DeadlineSpec deadline, Walk.Move move) {
    return move.from().open().contains(deadline.id())
        && deadline.meeting(move.act(), move.to().facts()).isPresent();
  }

  private void actOfTime(DeadlineSpec deadline) {
    deadline
        .then()
        .flatMap(definition::act)
        .filter(act -> !happensByItself(act) || !act.after().equals(Optional.of(deadline.id())))
        .ifPresent(act -> add(Flaw.Kind.ACT_OF_TIME_HELD_UP, act.type()));
  }

  /** Whether the passing of time can do it: it needs nothing that somebody would have to bring. */
  static boolean happensByItself(Act act) {
    return act.who().contains(Role.SYSTEM)
        && act.documents().isEmpty()
        && act.guards().isEmpty()
        && act.restsOn().isEmpty()
        && act.facts().values().stream().allMatch(FactSpec::optional);
  }

  private void add(Flaw.Kind kind, String place) {
    flaws.add(new Flaw(definition.id(), kind, place));
  }
}
