package org.smartcorrection.procedure.local;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.State;

/** What a version of an agency's own adds to a published procedure, and behind what it lies. */
final class Added {

  private final Definition law;
  private final Map<String, Set<String>> origins = new TreeMap<>();

  Added(Definition law, Definition own) {
    this.law = law;
    own.states().stream()
        .filter(this::isNew)
        .forEach(state -> origins.put(state.id(), new HashSet<>()));
    boolean more = true;
    while (more) more = own.acts().stream().filter(this::leadsIn).anyMatch(this::spread);
  }

  boolean isNew(State state) {
    return isNew(state.id());
  }

  boolean isNew(String state) {
    return law.state(state).isEmpty();
  }

  boolean isNew(Act act) {
    return law.act(act.type()).isEmpty();
  }

  /** The published states from which an added one is reached by added steps. */
  Set<String> origins(String state) {
    return origins.getOrDefault(state, Set.of());
  }

  private boolean leadsIn(Act act) {
    return act.to().filter(origins::containsKey).isPresent();
  }

  private boolean spread(Act act) {
    Set<String> behind = origins.getOrDefault(act.to().orElseThrow(), new HashSet<>());
    boolean more = false;
    for (String from : act.from()) {
      more |= isNew(from) ? behind.addAll(Set.copyOf(origins(from))) : behind.add(from);
    }
    return more;
  }
}
