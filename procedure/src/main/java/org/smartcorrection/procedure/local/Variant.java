package org.smartcorrection.procedure.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.DeadlineSpec;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.FactSpec;
import org.smartcorrection.procedure.act.Flaw;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.act.State;

/**
 * Whether an agency's own version of a published procedure only adds to it. It may ask its own
 * posts for more: a step in between, a further fact or document, fewer posts that may decide, a
 * deadline of their own. It may take nothing away that the law gives: every state, act and deadline
 * stays, nothing leads past them, and what the person, the procuratorate and other organs may do,
 * and what ends a restriction, stays as easy as it was.
 */
final class Variant {

  /** Posts of the agency itself and of its offices: only their work is the agency's to arrange. */
  private static final Set<Role> HOUSE =
      Set.of(Role.AGENCY_OFFICER, Role.JUDICIAL_OFFICE, Role.BUREAU_HEAD);

  private final Definition law;
  private final Definition own;
  private final Added added;
  private final List<Flaw> flaws = new ArrayList<>();

  private Variant(Definition law, Definition own) {
    this.law = law;
    this.own = own;
    this.added = new Added(law, own);
  }

  static List<Flaw> flaws(Definition law, Definition own) {
    var variant = new Variant(law, own);
    variant.check();
    return variant.flaws;
  }

  private void check() {
    boolean sameOpening =
        law.opening().equals(own.opening())
            && law.family() == own.family()
            && law.initial().equals(own.initial());
    if (!sameOpening) add(Flaw.Kind.LOCAL_OPENING_CHANGED, own.id());
    law.states().forEach(this::state);
    own.states().stream().filter(added::isNew).forEach(this::newState);
    law.acts().forEach(this::act);
    own.acts().stream().filter(added::isNew).forEach(this::newAct);
    law.deadlines().forEach(this::deadline);
  }

  private void state(State state) {
    if (!own.state(state.id()).equals(Optional.of(state))) {
      add(Flaw.Kind.LOCAL_STATE_CHANGED, state.id());
    }
  }

  private void newState(State state) {
    if (state.restricts().isPresent()) add(Flaw.Kind.LOCAL_RESTRICTION, state.id());
    if (state.survives().isPresent() && !liesBehindSurviving(state)) {
      add(Flaw.Kind.LOCAL_END, state.id());
    }
    // an added state that is an end would let a run stop where the law wants a decision
    if (state.end()) add(Flaw.Kind.LOCAL_DETOUR, state.id());
    law.acts().stream()
        .filter(this::isRight)
        .filter(act -> added.origins(state.id()).stream().anyMatch(act.from()::contains))
        .filter(act -> own.act(act.type()).filter(a -> a.from().contains(state.id())).isEmpty())
        .forEach(act -> add(Flaw.Kind.LOCAL_RIGHT_NARROWED, act.type()));
  }

  /** What a step was put into goes on after the correction only if it did so before. */
  private boolean liesBehindSurviving(State added) {
    return this.added.origins(added.id()).stream()
        .allMatch(
            origin -> law.state(origin).map(State::survives).equals(Optional.of(added.survives())));
  }

  private void act(Act lawful) {
    Optional<Act> found = own.act(lawful.type());
    if (found.isEmpty()) {
      add(Flaw.Kind.LOCAL_ACT_MISSING, lawful.type());
      return;
    }
    Act act = found.get();
    if (!does(act).equals(does(lawful)) || !leadsOn(lawful, act) || !asksAsMuch(lawful, act)) {
      add(Flaw.Kind.LOCAL_ACT_LOOSENED, lawful.type());
    } else if (isRight(lawful) && !isAsEasy(lawful, act)) {
      add(Flaw.Kind.LOCAL_RIGHT_NARROWED, lawful.type());
    }
  }

  /** What an agency cannot alter of an act at all. */
  private static List<Object> does(Act act) {
    return List.of(
        act.to(),
        act.sets(),
        act.restsOn(),
        act.after(),
        act.refuses(),
        act.remedy(),
        act.ends(),
        act.brings());
  }

  /** From the same states, or from added ones that lie behind such. */
  private boolean leadsOn(Act lawful, Act act) {
    return !act.from().isEmpty()
        && act.from().stream()
            .allMatch(
                state ->
                    lawful.from().contains(state)
                        || (added.isNew(state)
                            && !added.origins(state).isEmpty()
                            && lawful.from().containsAll(added.origins(state))));
  }

  private static boolean asksAsMuch(Act lawful, Act act) {
    return lawful.who().containsAll(act.who())
        && act.facts().entrySet().containsAll(lawful.facts().entrySet())
        && act.documents().containsAll(lawful.documents())
        && beginsWith(act.guards(), lawful.guards())
        && beginsWith(act.rules(), lawful.rules())
        && act.effects().containsAll(lawful.effects())
        && handsOver(act) == handsOver(lawful);
  }

  /** Only the law moves a case to another agency. */
  private static boolean handsOver(Act act) {
    return act.effects().stream().anyMatch(effect -> effect.handOver().isPresent());
  }

  private static boolean beginsWith(List<String> longer, List<String> shorter) {
    return longer.size() >= shorter.size() && longer.subList(0, shorter.size()).equals(shorter);
  }

  private boolean isAsEasy(Act lawful, Act act) {
    Map<String, FactSpec> facts = lawful.facts();
    return act.who().equals(lawful.who())
        && act.from().containsAll(lawful.from())
        && act.facts().equals(facts)
        && act.documents().equals(lawful.documents())
        && act.guards().equals(lawful.guards());
  }

  /** Whether it is somebody else's act than the agency's, or gives the person freedom back. */
  private boolean isRight(Act act) {
    if (!HOUSE.containsAll(act.who())) return true;
    return act.from().stream()
        .anyMatch(from -> isRestricted(from) && !isRestricted(act.target(from)));
  }

  private boolean isRestricted(String state) {
    return law.state(state).flatMap(State::restricts).isPresent();
  }

  private void newAct(Act act) {
    var house = new HashSet<>(HOUSE);
    house.add(Role.SYSTEM);
    // only the law lets something follow by itself
    if (act.ends() || !act.brings().isEmpty() || handsOver(act))
      add(Flaw.Kind.LOCAL_END, act.type());
    if (!house.containsAll(act.who())) add(Flaw.Kind.LOCAL_DUTY_OF_PERSON, act.type());
    if (!act.sets().isEmpty()) add(Flaw.Kind.LOCAL_ACT_LOOSENED, act.type());
    act.to().filter(to -> !leadsBack(act, to)).ifPresent(_ -> detour(act));
  }

  /** Into an added state, or from added ones back to the only state they lie behind. */
  private boolean leadsBack(Act act, String to) {
    if (added.isNew(to)) return true;
    return act.from().stream()
        .allMatch(from -> added.isNew(from) && added.origins(from).equals(Set.of(to)));
  }

  private void detour(Act act) {
    add(Flaw.Kind.LOCAL_DETOUR, act.type());
  }

  private void deadline(DeadlineSpec lawful) {
    boolean same =
        own.deadlines().stream()
            .filter(due -> due.id().equals(lawful.id()))
            .toList()
            .equals(List.of(lawful));
    if (!same) add(Flaw.Kind.LOCAL_DEADLINE_CHANGED, lawful.id());
  }

  private void add(Flaw.Kind kind, String place) {
    flaws.add(new Flaw(own.id(), kind, place));
  }
}
