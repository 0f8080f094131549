package org.smartcorrection.procedure.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fact that an act states.
 *
 * @param of the values of a choice
 * @param optional it may be left out
 * @param when it is needed only then
 */
public record FactSpec(Fact.Type type, List<String> of, boolean optional, Optional<When> when) {

  public FactSpec {
    of = List.copyOf(of);
  }

  boolean isNeeded(Map<String, Fact> facts) {
    return !optional && when.map(condition -> condition.holds(facts)).orElse(true);
  }

  boolean admits(Fact fact) {
    return fact.type() == type && (!(fact instanceof Fact.Choice(var value)) || of.contains(value));
  }
}
