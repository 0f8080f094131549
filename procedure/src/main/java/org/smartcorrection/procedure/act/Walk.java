package org.smartcorrection.procedure.act;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Goes through every configuration of a definition: each state with each set of deadlines that can
 * be open in it and each value of the facts on which deadlines depend.
 *
 * <p>Every act that its state, its deadline and the hearing allow is tried with every value of
 * those facts. Other guards are taken as passed and time as passing whenever it likes, so whatever
 * can happen is among the configurations, and what holds for all of them holds.
 */
final class Walk {

  /**
   * Where a procedure can stand.
   *
   * @param open ids of the deadlines that are owed
   * @param facts those of the facts that matter which have been stated
   */
  record Configuration(String state, Set<String> open, Map<String, Fact> facts) {
    Configuration {
      open = Set.copyOf(open);
      facts = Map.copyOf(facts);
    }
  }

  /** An act from one configuration to another. */
  record Move(Configuration from, Act act, Configuration to) {}

  private final Definition definition;
  private final Set<String> mattering;
  private final Configuration start;
  private final Map<Configuration, List<Move>> moves = new LinkedHashMap<>();

  Walk(Definition definition) {
    this.definition = definition;
    mattering = FactsThatMatter.of(definition);
    start = new Configuration(definition.initial(), Set.of(), Map.of());
    var ahead = new ArrayDeque<Configuration>(List.of(start));
    while (!ahead.isEmpty()) {
      Configuration here = ahead.remove();
      if (moves.containsKey(here)) continue;
      List<Move> next = movesFrom(here);
      moves.put(here, next);
      next.forEach(move -> ahead.add(move.to()));
    }
  }

  Set<Configuration> configurations() {
    return moves.keySet();
  }

  List<Move> moves() {
    return moves.values().stream().flatMap(Collection::stream).toList();
  }

  /** The states that can still be reached when only some acts may happen. */
  Set<String> states(Predicate<Act> allowed) {
    var states = new TreeSet<String>();
    reached(allowed).forEach(configuration -> states.add(configuration.state()));
    return states;
  }

  /** The configurations that can still be reached when only some acts may happen. */
  Set<Configuration> reached(Predicate<Act> allowed) {
    var seen = new LinkedHashSet<Configuration>();
    var ahead = new ArrayDeque<Configuration>(List.of(start));
    while (!ahead.isEmpty()) {
      Configuration here = ahead.remove();
      if (!seen.add(here)) continue;
      from(here).stream().filter(move -> allowed.test(move.act())).forEach(m -> ahead.add(m.to()));
    }
    return seen;
  }

  /** The configurations from which some path of such moves takes such a last step. */
  Set<Configuration> leadingTo(Predicate<Move> last, Predicate<Move> allowed) {
    Map<Configuration, List<Configuration>> before = new HashMap<>();
    var leading = new LinkedHashSet<Configuration>();
    var ahead = new ArrayDeque<Configuration>();
    for (Move move : moves()) {
      if (!allowed.test(move)) continue;
      before.computeIfAbsent(move.to(), _ -> new ArrayList<>()).add(move.from());
      if (last.test(move)) ahead.add(move.from());
    }
    while (!ahead.isEmpty()) {
      Configuration here = ahead.remove();
      if (leading.add(here)) ahead.addAll(before.getOrDefault(here, List.of()));
    }
    return leading;
  }

  List<Move> from(Configuration configuration) {
    return moves.getOrDefault(configuration, List.of());
  }

  private List<Move> movesFrom(Configuration here) {
    return definition.actsFrom(here.state()).stream()
        .filter(act -> act.after().map(here.open()::contains).orElse(true))
        .flatMap(
            act ->
                FactsThatMatter.afterwards(act, here.facts(), mattering).stream()
                    .filter(facts -> Hearing.allows(act, facts))
                    .map(facts -> new Move(here, act, after(here, act, facts))))
        .toList();
  }

  /** As {@link DeadlineBook} does: conditions see what was stated, not yet what the act sets. */
  private Configuration after(Configuration here, Act act, Map<String, Fact> stated) {
    var open = new HashSet<>(here.open());
    for (DeadlineSpec deadline : definition.deadlines()) {
      boolean met = deadline.meeting(act, stated).isPresent();
      boolean wasOpen = open.contains(deadline.id());
      if (met) open.remove(deadline.id());
      if (deadline.starting(act, stated).isPresent() && (!met || wasOpen)) open.add(deadline.id());
    }
    var facts = new HashMap<>(stated);
    act.sets().stream()
        .filter(mattering::contains)
        .forEach(flag -> facts.put(flag, new Fact.Flag(true)));
    return new Configuration(act.target(here.state()), open, facts);
  }
}
