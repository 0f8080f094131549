package org.smartcorrection.procedure.act;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Goes through every configuration of a definition: each state with each set of deadlines that can
 * be open in it. Conditions on facts are read pessimistically: a deadline that opens only sometimes
 * counts as not opened, one that is met only sometimes as met.
 */
final class Walk {

  /** Where a procedure can stand, and which deadlines are certainly open there. */
  record Configuration(String state, Set<String> open) {
    Configuration {
      open = Set.copyOf(open);
    }
  }

  private final Definition definition;

  Walk(Definition definition) {
    this.definition = definition;
  }

  Set<Configuration> configurations() {
    return configurations(_ -> true);
  }

  /** The states that can still be reached when only some acts may happen. */
  Set<String> states(Predicate<Act> allowed) {
    var states = new TreeSet<String>();
    configurations(allowed).forEach(configuration -> states.add(configuration.state()));
    return states;
  }

  private Set<Configuration> configurations(Predicate<Act> allowed) {
    var seen = new LinkedHashSet<Configuration>();
    var ahead = new ArrayDeque<Configuration>();
    ahead.add(new Configuration(definition.initial(), Set.of()));
    while (!ahead.isEmpty()) {
      Configuration here = ahead.remove();
      if (!seen.add(here)) continue;
      definition.actsFrom(here.state()).stream()
          .filter(allowed)
          .filter(act -> act.after().map(id -> mayBeOpen(here, id)).orElse(true))
          .map(act -> after(here, act))
          .forEach(ahead::add);
    }
    return seen;
  }

  /** What opens only sometimes may be open anywhere, so its act of time may happen anywhere. */
  private boolean mayBeOpen(Configuration here, String id) {
    return here.open().contains(id)
        || definition
            .deadline(id)
            .filter(spec -> spec.starts().stream().allMatch(start -> start.when().isPresent()))
            .isPresent();
  }

  private Configuration after(Configuration here, Act act) {
    var open = new HashSet<>(here.open());
    for (DeadlineSpec deadline : definition.deadlines()) {
      boolean met = deadline.metBy().stream().anyMatch(by -> by.act().equals(act.type()));
      boolean wasOpen = open.contains(deadline.id());
      boolean starts =
          deadline.starts().stream()
              .anyMatch(start -> start.act().equals(act.type()) && start.when().isEmpty());
      if (met) open.remove(deadline.id());
      if (starts && (!met || wasOpen)) open.add(deadline.id());
    }
    return new Configuration(act.target(here.state()), open);
  }
}
