package org.smartcorrection.procedure.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The facts on which the course of a procedure depends, and the values they can take. */
final class FactsThatMatter {

  private FactsThatMatter() {}

  /** Those in conditions of deadlines, those that decide whether these are stated, the hearing. */
  static Set<String> of(Definition definition) {
    var names = new HashSet<>(Hearing.FLAGS);
    definition.deadlines().stream()
        .flatMap(
            deadline ->
                Stream.concat(
                    deadline.starts().stream().map(DeadlineSpec.Starting::when),
                    deadline.metBy().stream().map(DeadlineSpec.Meeting::when)))
        .flatMap(Optional::stream)
        .forEach(when -> names.add(when.fact()));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Act act : definition.acts()) {
        for (Map.Entry<String, FactSpec> fact : act.facts().entrySet()) {
          Optional<When> when = fact.getValue().when();
          if (names.contains(fact.getKey()) && when.isPresent()) {
            grew |= names.add(when.get().fact());
          }
        }
      }
    }
    return Set.copyOf(names);
  }

  /** What can have been stated after the act: every value, and none where none is needed. */
  static List<Map<String, Fact>> afterwards(
      Act act, Map<String, Fact> before, Set<String> mattering) {
    List<Map<String, Fact>> all = List.of(before);
    var stated = new TreeMap<>(act.facts());
    stated.keySet().retainAll(mattering);
    for (Map.Entry<String, FactSpec> fact : stated.entrySet()) {
      var more = new ArrayList<Map<String, Fact>>();
      for (Map<String, Fact> facts : all) {
        more.add(facts);
        for (Fact value : values(fact.getValue())) {
          var with = new HashMap<>(facts);
          with.put(fact.getKey(), value);
          more.add(with);
        }
      }
      all = more;
    }
    return all.stream().filter(facts -> isComplete(stated, before, facts)).distinct().toList();
  }

  /**
   * A needed fact that was left out is no proposal. One that stands from before may have been
   * stated again, so it is no sign of anything left out.
   */
  private static boolean isComplete(
      Map<String, FactSpec> stated, Map<String, Fact> before, Map<String, Fact> facts) {
    return stated.entrySet().stream()
        .allMatch(
            fact ->
                facts.containsKey(fact.getKey())
                    || before.containsKey(fact.getKey())
                    || !fact.getValue().isNeeded(facts));
  }

  private static List<Fact> values(FactSpec spec) {
    return switch (spec.type()) {
      case FLAG -> List.of(new Fact.Flag(true), new Fact.Flag(false));
      case CHOICE -> spec.of().stream().<Fact>map(Fact.Choice::new).toList();
      case DAY, MOMENT, COUNT, TEXT, LENGTH, RANGES -> List.of();
    };
  }
}
