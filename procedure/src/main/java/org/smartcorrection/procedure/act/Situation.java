package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.TermLength;

/**
 * A proposal before its instance, as guards see it.
 *
 * @param facts those of the instance, overlaid with those of the proposal
 * @param rules in force on the day of the act
 */
record Situation(
    Act act, Instance instance, ActProposal proposal, Map<String, Fact> facts, Rules rules) {

  Situation {
    facts = Map.copyOf(facts);
  }

  static Situation of(Act act, Instance instance, ActProposal proposal, Rules rules) {
    var facts = new HashMap<>(instance.facts());
    facts.putAll(proposal.facts());
    return new Situation(act, instance, proposal, facts, rules);
  }

  Rule rule(String id) {
    return rules.rule(id);
  }

  /** A fact that the definition demands, so it is here when a guard asks. */
  LocalDate day(String name) {
    return findDay(name).orElseThrow(() -> missing(name));
  }

  Optional<LocalDate> findDay(String name) {
    return facts.get(name) instanceof Fact.Day(var value) ? Optional.of(value) : Optional.empty();
  }

  int count(String name) {
    return findCount(name).orElseThrow(() -> missing(name));
  }

  Optional<Integer> findCount(String name) {
    return facts.get(name) instanceof Fact.Count(var value) ? Optional.of(value) : Optional.empty();
  }

  String choice(String name) {
    if (facts.get(name) instanceof Fact.Choice(var value)) return value;
    throw missing(name);
  }

  /** Whether the flag was stated and is true. */
  boolean isTrue(String name) {
    return facts.get(name) instanceof Fact.Flag(var value) && value;
  }

  Optional<TermLength> findLength(String name) {
    return facts.get(name) instanceof Fact.Length(var value)
        ? Optional.of(value)
        : Optional.empty();
  }

  List<DayRange> ranges(String name) {
    return facts.get(name) instanceof Fact.Ranges(var value) ? value : List.of();
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException("the definition does not demand the fact " + name);
  }
}
