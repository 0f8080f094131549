package org.smartcorrection.procedure.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One act that a procedure knows; its name is the message {@code act.<type>}.
 *
 * @param from states in which it may happen
 * @param to the state after it, empty when it stays
 * @param who the roles that may
 * @param facts what it states, by name
 * @param documents what must be attached
 * @param sets flags that only this act can set, such as {@code heard}
 * @param guards names of the checks beyond states
 * @param rules ids of the rules it rests on, the chief one first
 * @param restsOn another procedure that must have come so far
 * @param after id of the deadline that must have passed: for acts of time itself
 * @param effects what follows outside the procedure
 * @param refuses it denies somebody something, so it needs a remedy
 * @param remedy message key of how to complain about it
 * @param ends the person's correction ends with it (Community Corrections Law 44, 45): whatever
 *     else is open about the person ends by {@link #CORRECTION_ENDED}, unless its state survives
 *     that
 * @param brings what follows by itself in the same breath, in this run or another one
 */
public record Act(
    String type,
    Set<String> from,
    Optional<String> to,
    Set<Role> who,
    Map<String, FactSpec> facts,
    Set<String> documents,
    Set<String> sets,
    List<String> guards,
    List<String> rules,
    Optional<RestsOn> restsOn,
    Optional<String> after,
    List<EffectSpec> effects,
    boolean refuses,
    Optional<String> remedy,
    boolean ends,
    List<Consequence> brings) {

  /** The act by which a procedure ends because the person's correction has ended. */
  public static final String CORRECTION_ENDED = "CorrectionEnded";

  public Act {
    from = Set.copyOf(from);
    who = Set.copyOf(who);
    facts = Map.copyOf(facts);
    documents = Set.copyOf(documents);
    sets = Set.copyOf(sets);
    guards = List.copyOf(guards);
    rules = List.copyOf(rules);
    effects = List.copyOf(effects);
    brings = List.copyOf(brings);
    if (to.isPresent() && to.get().isBlank()) {
      throw new IllegalArgumentException(type + " leads to a state without a name");
    }
  }

  /** The same act that asks for something else. */
  public Act asking(
      Set<String> from, Set<Role> who, Map<String, FactSpec> facts, Set<String> documents) {
    return new Act(
        type, from, to, who, facts, documents, sets, guards, rules, restsOn, after, effects,
        refuses, remedy, ends, brings);
  }

  /** The state after the act, from the given one. */
  public String target(String state) {
    return to.orElse(state);
  }

  /** Another procedure, and the states in which it carries this act. */
  public record RestsOn(String procedure, Set<String> states) {
    public RestsOn {
      states = Set.copyOf(states);
    }
  }
}
