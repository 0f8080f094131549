package org.smartcorrection.procedure.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Things in rows: each one row below the last of those that lead to it. A flow that leads back goes
 * up; one that passes rows bends in each, and flows to the same thing share their bends.
 */
final class Rows {

  final List<List<Node>> rows = new ArrayList<>();
  final Set<Link> links = new LinkedHashSet<>();

  private final Map<Node, List<Flow>> leaving = new LinkedHashMap<>();
  private final Set<Flow> backwards = new HashSet<>();
  private final Map<String, Node> bends = new HashMap<>();

  /**
   * @param nodes the first one is where it begins, and every other can be reached from it
   */
  Rows(List<Node> nodes, List<Flow> flows) {
    nodes.forEach(node -> leaving.put(node, new ArrayList<>()));
    flows.forEach(flow -> of(flow.from()).add(flow));
    findBackwards(nodes.getFirst(), new HashSet<>(), new HashSet<>());
    turnWholeWaysBack(flows);
    for (int i = 0; i < nodes.size() && lower(flows); i++) {}
    for (Node node : nodes) row(node.row).add(node);
    flows.forEach(this::link);
  }

  private List<Flow> of(Node node) {
    return leaving.getOrDefault(node, List.of());
  }

  private void findBackwards(Node here, Set<Node> seen, Set<Node> above) {
    seen.add(here);
    above.add(here);
    for (Flow flow : of(here)) {
      if (above.contains(flow.to())) backwards.add(flow);
      else if (!seen.contains(flow.to())) findBackwards(flow.to(), seen, above);
    }
    above.remove(here);
  }

  /** What leads back stands on the way between, not below the place that it leads back from. */
  private void turnWholeWaysBack(List<Flow> flows) {
    for (Flow back : List.copyOf(backwards)) {
      Set<Node> below = new HashSet<>();
      collect(back.to(), below);
      flows.stream()
          .filter(flow -> flow.to().equals(back.from()) && below.contains(flow.from()))
          .forEach(backwards::add);
    }
  }

  private void collect(Node here, Set<Node> below) {
    for (Flow flow : of(here)) {
      if (!backwards.contains(flow) && below.add(flow.to())) collect(flow.to(), below);
    }
  }

  private boolean lower(List<Flow> flows) {
    boolean moved = false;
    for (Flow flow : flows) {
      Node upper = upper(flow);
      Node lower = lower(flow);
      if (lower.row > upper.row) continue;
      lower.row = upper.row + 1;
      moved = true;
    }
    return moved;
  }

  private Node upper(Flow flow) {
    return backwards.contains(flow) ? flow.to() : flow.from();
  }

  private Node lower(Flow flow) {
    return backwards.contains(flow) ? flow.from() : flow.to();
  }

  private List<Node> row(int number) {
    while (rows.size() <= number) rows.add(new ArrayList<>());
    return rows.get(number);
  }

  private void link(Flow flow) {
    boolean back = backwards.contains(flow);
    Node upper = upper(flow);
    for (int row = upper.row + 1; row < lower(flow).row; row++) {
      Node bend = bend(flow.to(), back, row);
      links.add(new Link(upper, bend, flow.to(), back));
      upper = bend;
    }
    links.add(new Link(upper, lower(flow), flow.to(), back));
  }

  private Node bend(Node to, boolean back, int row) {
    String id = to.id + (back ? " back " : " on ") + row;
    return bends.computeIfAbsent(
        id,
        _ -> {
          Node bend = Node.bend(id, row);
          row(row).add(bend);
          return bend;
        });
  }
}
