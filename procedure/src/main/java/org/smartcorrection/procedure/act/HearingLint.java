package org.smartcorrection.procedure.act;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Proves that nobody is judged unheard and that hiding blocks nothing (rule HEARD).
 *
 * <p>A measure, which is a procedure with a restriction that does not last, rests on a finding of
 * another procedure; no finding on which one rests comes about without an account or, after failed
 * contact, a search; and it can be reached without the person wherever it can be reached at all.
 */
final class HearingLint {

  private final Definition definition;
  private final Definitions definitions;
  private final Walk walk;
  private final List<Flaw> flaws = new ArrayList<>();

  HearingLint(Definition definition, Definitions definitions, Walk walk) {
    this.definition = definition;
    this.definitions = definitions;
    this.walk = walk;
  }

  List<Flaw> flaws() {
    definition.acts().forEach(this::account);
    search();
    if (isMeasure(definition)) {
      definition.actsFrom(definition.initial()).forEach(this::beginning);
    } else {
      Set<String> findings = findings();
      unheard(findings);
      hiding(findings);
    }
    return flaws;
  }

  private void account(Act act) {
    Hearing.FLAGS.stream()
        .filter(act.facts()::containsKey)
        .forEach(flag -> add(Flaw.Kind.HEARING_CLAIMED, act.type()));
    if (act.sets().contains(Hearing.HEARD) && !act.guards().contains(Hearing.ACCOUNT_GUARD)) {
      add(Flaw.Kind.ACCOUNT_INCOMPLETE, act.type());
    }
  }

  private void search() {
    for (Walk.Configuration reached :
        walk.reached(act -> !act.guards().contains(Hearing.CONTACT_GUARD))) {
      walk.from(reached).stream()
          .map(Walk.Move::act)
          .filter(act -> act.sets().contains(Hearing.SEARCHED))
          .filter(act -> !act.guards().contains(Hearing.CONTACT_GUARD))
          .forEach(act -> add(Flaw.Kind.SEARCH_WITHOUT_CONTACT, act.type()));
    }
  }

  private void beginning(Act act) {
    boolean rests =
        act.restsOn().filter(ground -> !ground.procedure().equals(definition.id())).isPresent();
    if (!rests) add(Flaw.Kind.MEASURE_WITHOUT_FINDING, act.type());
  }

  /** The states of this procedure on which a measure can rest. */
  private Set<String> findings() {
    return definitions.all().stream()
        .filter(HearingLint::isMeasure)
        .flatMap(measure -> measure.acts().stream())
        .flatMap(act -> act.restsOn().stream())
        .filter(ground -> ground.procedure().equals(definition.id()))
        .map(Act.RestsOn::states)
        .flatMap(Collection::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void unheard(Set<String> findings) {
    walk.configurations().stream()
        .filter(reached -> findings.contains(reached.state()) && !Hearing.isDone(reached.facts()))
        .forEach(reached -> add(Flaw.Kind.FINDING_UNHEARD, reached.state()));
    walk.moves().stream()
        .filter(move -> findings.contains(move.to().state()))
        .filter(move -> !findings.contains(move.from().state()))
        .filter(move -> !move.act().guards().contains(Hearing.FINDING_GUARD))
        .forEach(move -> add(Flaw.Kind.FINDING_UNHEARD, move.act().type()));
  }

  private void hiding(Set<String> findings) {
    Predicate<Walk.Move> finds = move -> findings.contains(move.to().state());
    Set<Walk.Configuration> withThePerson = walk.leadingTo(finds, _ -> true);
    Set<Walk.Configuration> without = walk.leadingTo(finds, move -> !needsThePerson(move.act()));
    withThePerson.stream()
        .filter(open -> !findings.contains(open.state()))
        .filter(open -> !Hearing.isSet(open.facts(), Hearing.HEARD))
        .filter(open -> !without.contains(open))
        .forEach(open -> add(Flaw.Kind.HIDING_BLOCKS, open.state()));
  }

  private static boolean needsThePerson(Act act) {
    return act.who().equals(Set.of(Role.SUBJECT)) || act.sets().contains(Hearing.HEARD);
  }

  private static boolean isMeasure(Definition definition) {
    return definition.states().stream()
        .flatMap(state -> state.restricts().stream())
        .anyMatch(restriction -> !restriction.lasts());
  }

  private void add(Flaw.Kind kind, String place) {
    flaws.add(new Flaw(definition.id(), kind, place));
  }
}
