package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.smartcorrection.procedure.LawFiles;

/**
 * A procedure as data; its name is the message {@code procedure.<id>}.
 *
 * @param version counts up; an instance keeps the version it began with
 * @param validFrom first legal day on which an instance may begin with it
 * @param family what it is for
 * @param opening when it may begin; empty while the person is under correction
 * @param initial the state before the first act
 */
public record Definition(
    String id,
    int version,
    LocalDate validFrom,
    Family family,
    Optional<Opening> opening,
    String initial,
    List<State> states,
    List<Act> acts,
    List<DeadlineSpec> deadlines) {

  public Definition {
    states = List.copyOf(states);
    acts = List.copyOf(acts);
    deadlines = List.copyOf(deadlines);
  }

  /**
   * Reads a definition.
   *
   * @param name what errors call it
   * @throws org.smartcorrection.procedure.LawFileUnreadable naming line and reason
   */
  public static Definition parse(String name, String json) {
    return LawFiles.parse(name, json, Definition.class);
  }

  /** When it may begin in a case. */
  public Opening opens() {
    return opening.orElse(Opening.USUAL);
  }

  /** The instance before its first act. */
  public Instance begin() {
    return Instance.begun(this);
  }

  public Optional<Act> act(String type) {
    if (type.equals(Act.VERSION_MOVED)) return Optional.of(Act.versionMoved(states));
    return acts.stream().filter(act -> act.type().equals(type)).findFirst();
  }

  public Optional<State> state(String id) {
    return states.stream().filter(state -> state.id().equals(id)).findFirst();
  }

  Optional<DeadlineSpec> deadline(String id) {
    return deadlines.stream().filter(deadline -> deadline.id().equals(id)).findFirst();
  }

  /** The acts that may happen in the state. */
  public List<Act> actsFrom(String state) {
    return acts.stream().filter(act -> act.from().contains(state)).toList();
  }

  /** The deadlines that can run in each state, found by going through all of the procedure. */
  public Map<String, Set<String>> deadlinesByState() {
    var running = new TreeMap<String, Set<String>>();
    states.forEach(state -> running.put(state.id(), new TreeSet<>()));
    for (Walk.Configuration reached : new Walk(this).configurations()) {
      running.computeIfAbsent(reached.state(), _ -> new TreeSet<>()).addAll(reached.open());
    }
    return running;
  }

  /** Whether a run in this state still owes something, or still weighs on the person. */
  public boolean weighs(String state) {
    return state(state).filter(at -> at.end() && at.restricts().isEmpty()).isEmpty();
  }

  Optional<Restriction> restrictionIn(String state) {
    return state(state).flatMap(State::restricts);
  }
}
