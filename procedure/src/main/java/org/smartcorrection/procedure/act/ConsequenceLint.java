package org.smartcorrection.procedure.act;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves that what a ruling brings about by itself cannot be held up: time itself may do it from
 * wherever the case can stand, it needs nothing that somebody would have to bring, and it rests on
 * the ruling. What is brought brings nothing further, so that no chain runs in a circle.
 */
final class ConsequenceLint {

  private final Definition definition;
  private final Definitions definitions;
  private final List<Flaw> flaws = new ArrayList<>();

  ConsequenceLint(Definition definition, Definitions definitions) {
    this.definition = definition;
    this.definitions = definitions;
  }

  List<Flaw> flaws() {
    for (Act act : definition.acts()) {
      for (Consequence brought : act.brings()) consequence(act, brought);
    }
    return flaws;
  }

  private void consequence(Act act, Consequence brought) {
    String procedure = brought.in(definition.id());
    List<Definition> others =
        definitions.all().stream().filter(other -> other.id().equals(procedure)).toList();
    if (others.isEmpty()) add(Flaw.Kind.UNKNOWN_PROCEDURE, procedure);
    for (Definition other : others) {
      Optional<Act> following = other.act(brought.act());
      if (following.isEmpty()) add(Flaw.Kind.UNKNOWN_ACT, brought.act());
      else follows(act, brought, other, following.get());
    }
  }

  private void follows(Act act, Consequence brought, Definition other, Act following) {
    if (!following.brings().isEmpty()) add(Flaw.Kind.CONSEQUENCE_IN_CHAIN, following.type());
    if (!happensOnWhatIsStated(act, brought, following)) {
      add(Flaw.Kind.CONSEQUENCE_HELD_UP, following.type());
    }
    if (other.id().equals(definition.id()) && brought.procedure().isEmpty()) {
      if (!following.from().containsAll(targets(act))) {
        add(Flaw.Kind.CONSEQUENCE_HELD_UP, following.type());
      }
      return;
    }
    if (!brought.each()) {
      if (!following.from().containsAll(open(other))) {
        add(Flaw.Kind.CONSEQUENCE_HELD_UP, following.type());
      }
      if (!rests(act, following)) add(Flaw.Kind.CONSEQUENCE_WITHOUT_CAUSE, following.type());
    }
    if (following.ends()) {
      targets(act).stream()
          .flatMap(state -> definition.state(state).stream())
          .filter(state -> !state.end() && state.survives().isEmpty())
          .forEach(state -> add(Flaw.Kind.GOES_ON_AFTER_END, state.id()));
    }
  }

  /** As {@link DutyLint#happensByItself}, with what the act that brings it states. */
  private boolean happensOnWhatIsStated(Act act, Consequence brought, Act following) {
    boolean free =
        following.who().contains(Role.SYSTEM)
            && following.documents().isEmpty()
            && following.guards().isEmpty()
            && following.after().isEmpty();
    var stated = new HashSet<>(brought.choices().keySet());
    brought.facts().forEach((name, from) -> mapped(act, following, name, from, stated));
    brought.choices().forEach((name, value) -> chosen(following, name, value));
    return free
        && following.facts().entrySet().stream()
            .filter(fact -> !fact.getValue().optional())
            .map(Map.Entry::getKey)
            .allMatch(stated::contains);
  }

  /** A fact counts as stated when the act must state it, and in the same type. */
  private void mapped(Act act, Act following, String name, String from, Set<String> stated) {
    FactSpec there = following.facts().get(name);
    FactSpec here = act.facts().get(from);
    if (there == null) add(Flaw.Kind.UNKNOWN_FACT, name);
    else if (here == null || here.type() != there.type() || !there.of().containsAll(here.of())) {
      add(Flaw.Kind.UNKNOWN_FACT, from);
    } else if (!here.optional() && here.when().isEmpty()) {
      stated.add(name);
    }
  }

  private void chosen(Act following, String name, String value) {
    boolean known =
        Optional.ofNullable(following.facts().get(name))
            .filter(spec -> spec.type() == Fact.Type.CHOICE && spec.of().contains(value))
            .isPresent();
    if (!known) add(Flaw.Kind.UNKNOWN_FACT, name);
  }

  private boolean rests(Act act, Act following) {
    return following
        .restsOn()
        .filter(ground -> ground.procedure().equals(definition.id()))
        .filter(ground -> ground.states().containsAll(targets(act)))
        .isPresent();
  }

  private static Set<String> targets(Act act) {
    return act.from().stream().map(act::target).collect(Collectors.toUnmodifiableSet());
  }

  /** Where a run can be that is open, or not begun. */
  private static Set<String> open(Definition other) {
    return other.states().stream()
        .filter(state -> !state.end())
        .map(State::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void add(Flaw.Kind kind, String place) {
    flaws.add(new Flaw(definition.id(), kind, place));
  }
}
