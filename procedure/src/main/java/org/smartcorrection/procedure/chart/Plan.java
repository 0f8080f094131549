package org.smartcorrection.procedure.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.DeadlineSpec;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.act.State;

/**
 * A procedure in the terms of BPMN: a state is an event or, with several ways on, a gateway; an act
 * is a task in the lane of who does it; an act of time follows a timer; what else is owed is a
 * note.
 */
final class Plan {

  /** A sequence flow, or the association of a note. */
  record Arrow(String id, Shape from, Shape to) {}

  final Map<String, Shape> shapes = new LinkedHashMap<>();
  final List<Arrow> flows = new ArrayList<>();
  final List<Arrow> associations = new ArrayList<>();

  private final Definition definition;
  private final Wording wording;

  Plan(Definition definition, Wording wording) {
    this.definition = definition;
    this.wording = wording;
    Map<String, Shape> states = new LinkedHashMap<>();
    initialFirst().forEach(state -> states.put(state.id(), state(state)));
    for (Act act : definition.acts()) {
      definition.states().stream()
          .filter(state -> act.from().contains(state.id()))
          .forEach(from -> act(act, from, states));
    }
    definition.deadlines().stream().filter(this::isNoted).forEach(this::note);
  }

  private List<State> initialFirst() {
    var states = new ArrayList<>(definition.states());
    states.sort((a, b) -> Boolean.compare(isInitial(b), isInitial(a)));
    return states;
  }

  private boolean isInitial(State state) {
    return state.id().equals(definition.initial());
  }

  /** The shape from which acts leave; the first state has a start event before it. */
  private Shape state(State state) {
    List<Act> acts = definition.actsFrom(state.id());
    boolean isOver = state.end() && acts.isEmpty();
    Role lane = acts.isEmpty() ? laneInto(state) : lane(acts.getFirst());
    String name = wording.state(definition, state);
    boolean choice = acts.size() > 1 || (state.end() && !isOver);
    Shape.Kind kind = isOver ? Shape.Kind.END : choice ? Shape.Kind.CHOICE : Shape.Kind.STATE;
    if (isInitial(state)) {
      Shape start = add(Shape.of(Shape.Kind.START, "start", name, lane, about(state)));
      if (!choice) return start;
      Shape first = add(Shape.of(kind, "state_" + state.id(), name, lane, List.of()));
      flow(start, first);
      return first;
    }
    Shape shape = add(Shape.of(kind, "state_" + state.id(), name, lane, about(state)));
    if (state.end() && !isOver) {
      flow(shape, add(Shape.of(Shape.Kind.END, "end_" + state.id(), name, lane, List.of())));
    }
    return shape;
  }

  private List<String> about(State state) {
    return state.restricts().stream()
        .map(
            restriction ->
                wording.restriction(restriction)
                    + " – "
                    + wording.articles(List.of(restriction.rule())))
        .toList();
  }

  private void act(Act act, State from, Map<String, Shape> states) {
    boolean stays = act.target(from.id()).equals(from.id());
    String id = "act_" + act.type() + (stays ? "_in_" + from.id() : "");
    Shape task =
        Optional.ofNullable(shapes.get(id))
            .orElseGet(() -> add(Shape.of(kind(act), id, wording.act(act), lane(act), about(act))));
    Shape source = states.getOrDefault(from.id(), task);
    if (act.after().isPresent()) {
      Shape timer = timer(act.after().get(), from);
      flow(source, timer);
      source = timer;
    }
    flow(source, task);
    Shape target = states.getOrDefault(act.target(from.id()), task);
    if (flows.stream().noneMatch(flow -> flow.from().equals(task) && flow.to().equals(target))) {
      flow(task, target);
    }
  }

  private Shape timer(String id, State from) {
    DeadlineSpec deadline =
        definition.deadlines().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    return add(
        Shape.timer(
            deadline,
            "time_" + id + "_in_" + from.id(),
            wording.deadline(definition, deadline),
            List.of(wording.owed(deadline), wording.articles(List.of(deadline.rule())))));
  }

  private List<String> about(Act act) {
    var about = new ArrayList<String>();
    about.add(wording.who(act));
    about.add(wording.articles(act.rules()));
    if (!act.documents().isEmpty()) {
      about.add(wording.joined(act.documents().stream().sorted().map(wording::document).toList()));
    }
    return about;
  }

  private boolean isNoted(DeadlineSpec deadline) {
    return definition.acts().stream()
        .noneMatch(act -> act.after().equals(Optional.of(deadline.id())));
  }

  /** A note at each act that opens the deadline. */
  private void note(DeadlineSpec deadline) {
    String words = wording.deadline(definition, deadline) + " · " + wording.owed(deadline);
    String article = wording.articles(List.of(deadline.rule()));
    for (Shape task : List.copyOf(shapes.values())) {
      if (deadline.starts().stream().noneMatch(start -> isTaskOf(start.act(), task))) continue;
      String id = "deadline_" + deadline.id() + "_at_" + task.id();
      Shape note = add(Shape.of(Shape.Kind.OWED, id, words, task.lane(), List.of(article)));
      associations.add(new Arrow("about_" + id, task, note));
    }
  }

  private static boolean isTaskOf(String act, Shape shape) {
    return shape.id().equals("act_" + act) || shape.id().startsWith("act_" + act + "_in_");
  }

  private Shape add(Shape shape) {
    shapes.put(shape.id(), shape);
    return shape;
  }

  private void flow(Shape from, Shape to) {
    flows.add(new Arrow("flow_" + from.id() + "_to_" + to.id(), from, to));
  }

  private static Shape.Kind kind(Act act) {
    return Sketch.isOfTime(act) ? Shape.Kind.TIME : Shape.Kind.PEOPLE;
  }

  private Role laneInto(State state) {
    return definition.acts().stream()
        .filter(act -> act.to().filter(state.id()::equals).isPresent())
        .findFirst()
        .map(Plan::lane)
        .orElse(Role.SYSTEM);
  }

  /** The person's own act lies in the person's lane, every other in that of the first who may. */
  private static Role lane(Act act) {
    Set<Role> who = act.who();
    return who.contains(Role.SUBJECT)
        ? Role.SUBJECT
        : who.stream().sorted().findFirst().orElseThrow();
  }
}
