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

/** What a picture shows, with its words, laid out: a box for each state, a label for each act. */
final class Sketch {

  final Map<State, Block> states = new LinkedHashMap<>();
  final Map<Act, Block> acts = new LinkedHashMap<>();
  final Rows rows;
  final Placement placement;

  Sketch(Definition definition, Wording wording) {
    Map<String, Set<String>> running = definition.deadlinesByState();
    for (State state : definition.states()) {
      List<DeadlineSpec> deadlines =
          definition.deadlines().stream()
              .filter(
                  deadline -> running.getOrDefault(state.id(), Set.of()).contains(deadline.id()))
              .toList();
      states.put(state, Block.of(definition, state, deadlines, wording));
    }
    for (Act act : definition.acts()) {
      if (leads(act)) acts.put(act, Block.of(act, wording));
    }
    rows = new Rows(nodes(definition), flows(definition));
    Order.arrange(rows);
    placement = Placement.of(rows);
  }

  /** Time itself does it, and nobody else. */
  static boolean isOfTime(Act act) {
    return act.who().equals(Set.of(Role.SYSTEM));
  }

  /** Whether it leads from one state to another somewhere. */
  static boolean leads(Act act) {
    return act.from().stream().anyMatch(state -> !act.target(state).equals(state));
  }

  private List<Node> nodes(Definition definition) {
    var nodes = new ArrayList<Node>();
    definition.state(definition.initial()).flatMap(this::block).ifPresent(b -> nodes.add(b.node()));
    states.values().stream().map(Block::node).filter(n -> !nodes.contains(n)).forEach(nodes::add);
    acts.values().stream().map(Block::node).forEach(nodes::add);
    return nodes;
  }

  private Optional<Block> block(State state) {
    return Optional.ofNullable(states.get(state));
  }

  private List<Flow> flows(Definition definition) {
    var flows = new ArrayList<Flow>();
    acts.forEach(
        (act, label) -> {
          states.forEach(
              (state, box) -> {
                boolean leadsOn =
                    act.from().contains(state.id()) && !act.target(state.id()).equals(state.id());
                if (leadsOn) flows.add(new Flow(box.node(), label.node()));
              });
          act.to()
              .flatMap(definition::state)
              .flatMap(this::block)
              .ifPresent(box -> flows.add(new Flow(label.node(), box.node())));
        });
    return flows;
  }
}
