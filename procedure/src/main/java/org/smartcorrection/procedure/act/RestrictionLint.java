package org.smartcorrection.procedure.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smartcorrection.procedure.Counting.LastDay;

/**
 * Proves that no lasting restriction outlives its term (rules L21, L22; Community Corrections Law
 * 29): there is always an end that comes by itself, a guard bounds whatever sets it, and nobody but
 * who approved the restriction prolongs it.
 */
final class RestrictionLint {

  private final Definition definition;
  private final Walk walk;
  private final List<Flaw> flaws = new ArrayList<>();

  RestrictionLint(Definition definition, Walk walk) {
    this.definition = definition;
    this.walk = walk;
  }

  List<Flaw> flaws() {
    walk.configurations().forEach(this::unending);
    definition.states().stream()
        .flatMap(state -> state.restricts().stream())
        .filter(Restriction::lasts)
        .distinct()
        .forEach(this::lasting);
    return flaws;
  }

  /** There is always an open deadline whose act of time leads out of it. */
  private void unending(Walk.Configuration reached) {
    definition
        .restrictionIn(reached.state())
        .filter(Restriction::lasts)
        .filter(
            restriction ->
                reached.open().stream()
                    .noneMatch(deadline -> endsHere(restriction, deadline, reached.state())))
        .ifPresent(_ -> add(Flaw.Kind.RESTRICTION_WITHOUT_END, reached.state()));
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

  private void lasting(Restriction restriction) {
    restriction.approver().ifPresent(approver -> unapproved(restriction, approver));
    definition.deadlines().stream()
        .filter(deadline -> RestrictionEnd.isEnd(definition, restriction, deadline.id()))
        .forEach(end -> end(restriction, end));
  }

  private void unapproved(Restriction restriction, Role approver) {
    walk.states(act -> !act.who().equals(Set.of(approver))).stream()
        .filter(state -> isInForce(restriction, state))
        .forEach(state -> add(Flaw.Kind.RESTRICTION_WITHOUT_APPROVAL, state));
  }

  private void end(Restriction restriction, DeadlineSpec end) {
    if (end.lastDay() != LastDay.STAYS || end.cap().isEmpty()) {
      add(Flaw.Kind.RESTRICTION_WITHOUT_LIMIT, end.id());
    }
    Set<String> deciding =
        Stream.concat(
                Stream.of(end.numberFact(), end.on()),
                end.starts().stream().map(DeadlineSpec.Starting::fact))
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
    for (Act act : definition.acts()) {
      act.facts().keySet().stream()
          .filter(deciding::contains)
          .filter(fact -> act.guards().stream().noneMatch(guard -> Guards.bounds(guard, fact)))
          .forEach(_ -> add(Flaw.Kind.RESTRICTION_WITHOUT_LIMIT, act.type()));
    }
    walk.moves().stream()
        .filter(move -> isInForce(restriction, move.from().state()))
        .filter(move -> isInForce(restriction, move.to().state()))
        .map(Walk.Move::act)
        .filter(act -> end.starts().stream().anyMatch(start -> start.act().equals(act.type())))
        .filter(act -> !restriction.approver().map(Set::of).equals(Optional.of(act.who())))
        .forEach(act -> add(Flaw.Kind.RESTRICTION_PROLONGED_BY_OTHERS, act.type()));
  }

  private boolean isInForce(Restriction restriction, String state) {
    return definition.restrictionIn(state).filter(restriction::equals).isPresent();
  }

  private void add(Flaw.Kind kind, String place) {
    flaws.add(new Flaw(definition.id(), kind, place));
  }
}
