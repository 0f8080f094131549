package org.smartcorrection.procedure.act;

import java.util.Map;
import java.util.Set;

/**
 * A condition in a definition: a choice or flag has one of these values ({@code true} and {@code
 * false} for flags). A fact that nobody has stated meets no condition.
 */
public record When(String fact, Set<String> in) {

  public When {
    in = Set.copyOf(in);
  }

  boolean holds(Map<String, Fact> facts) {
    return switch (facts.get(fact)) {
      case Fact.Choice(var value) -> in.contains(value);
      case Fact.Flag(var value) -> in.contains(Boolean.toString(value));
      case null -> false;
      case Fact.Day _, Fact.Moment _, Fact.Count _, Fact.Text _, Fact.Length _, Fact.Ranges _ ->
          false;
    };
  }
}
