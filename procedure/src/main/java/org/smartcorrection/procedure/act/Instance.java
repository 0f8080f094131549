package org.smartcorrection.procedure.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One running procedure: what its acts add up to.
 *
 * @param version the definition's version it began with
 * @param facts what its acts stated, the latest of each name
 * @param deadlines those that are owed
 */
public record Instance(
    String procedure,
    int version,
    String state,
    Map<String, Fact> facts,
    List<OpenDeadline> deadlines) {

  public Instance {
    facts = Map.copyOf(facts);
    deadlines = List.copyOf(deadlines);
  }

  static Instance begun(Definition definition) {
    return new Instance(
        definition.id(), definition.version(), definition.initial(), Map.of(), List.of());
  }

  public Optional<OpenDeadline> deadline(String id) {
    return deadlines.stream().filter(deadline -> deadline.id().equals(id)).findFirst();
  }
}
