package org.smartcorrection.procedure.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smartcorrection.procedure.act.Role;

/**
 * Lays a plan out in lanes from left to right. Lines run across in channels below the shapes of a
 * lane and up and down between columns, so that none crosses a shape.
 */
final class Lanes {

  static final double LEFT = 160;
  static final double TOP = 80;

  /** Room for the names of pool and lane. */
  static final double HEADING = 30;

  private static final double COLUMN = 220;
  private static final double SLOT = 118;
  private static final double CHANNEL = 14;
  private static final double LANE_PAD = 20;

  /** From where a lane begins to where it ends. */
  record Band(double top, double height) {}

  final Map<Role, Band> bands = new LinkedHashMap<>();
  double width;
  double height;

  private final Plan plan;

  /** Which channel of its lane leads to a shape. */
  private final Map<String, Integer> channels = new HashMap<>();

  Lanes(Plan plan) {
    this.plan = plan;
    List<Shape> steps =
        plan.shapes.values().stream().filter(shape -> shape.kind() != Shape.Kind.OWED).toList();
    var rows =
        new Rows(
            steps.stream().map(Shape::node).toList(),
            plan.flows.stream()
                .map(flow -> new Flow(flow.from().node(), flow.to().node()))
                .toList());
    plan.associations.forEach(about -> about.to().node().row = about.from().node().row);
    Map<Role, List<Shape>> byLane =
        plan.shapes.values().stream()
            .collect(Collectors.groupingBy(Shape::lane, TreeMap::new, Collectors.toList()));
    double y = TOP;
    for (Map.Entry<Role, List<Shape>> lane : byLane.entrySet()) y = band(lane, y);
    height = y - TOP;
    width = HEADING + rows.rows.size() * COLUMN;
  }

  private double band(Map.Entry<Role, List<Shape>> lane, double top) {
    Map<Integer, Integer> filled = new TreeMap<>();
    for (Shape shape : ordered(lane.getValue())) {
      Node node = shape.node();
      int slot = filled.merge(node.row, 1, Integer::sum) - 1;
      node.x = LEFT + HEADING + node.row * COLUMN + COLUMN / 2;
      node.top = top + LANE_PAD + slot * SLOT + (80 - node.height) / 2;
    }
    int slots = filled.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    List<String> reached =
        plan.flows.stream()
            .filter(flow -> flow.to().lane() == lane.getKey() && !isNext(flow))
            .map(flow -> flow.to().id())
            .distinct()
            .toList();
    for (String id : reached) channels.put(id, reached.indexOf(id));
    double height = LANE_PAD + slots * SLOT + reached.size() * CHANNEL + LANE_PAD / 2;
    bands.put(lane.getKey(), new Band(top, height));
    return top + height;
  }

  /** A note right below the act that it is about. */
  private List<Shape> ordered(List<Shape> shapes) {
    var ordered = new ArrayList<Shape>();
    for (Shape shape : shapes) {
      if (shape.kind() == Shape.Kind.OWED) continue;
      ordered.add(shape);
      shapes.stream()
          .filter(note -> note.kind() == Shape.Kind.OWED)
          .filter(
              note ->
                  plan.associations.stream()
                      .filter(about -> about.to().equals(note))
                      .findFirst()
                      .filter(about -> about.from().equals(shape))
                      .isPresent())
          .forEach(ordered::add);
    }
    return ordered;
  }

  private static boolean isNext(Plan.Arrow flow) {
    return flow.to().node().row == flow.from().node().row + 1;
  }

  /** The corners of a flow as x and y in turn. */
  double[] corners(Plan.Arrow flow) {
    Node from = flow.from().node();
    Node to = flow.to().node();
    double fromY = from.top + from.height / 2;
    double toY = to.top + to.height / 2;
    double shift = List.copyOf(plan.shapes.keySet()).indexOf(flow.to().id()) % 9 * 5 - 20;
    double after = from.x + COLUMN / 2 + shift;
    if (isNext(flow)) {
      if (fromY == toY) return new double[] {from.right(), fromY, to.left(), toY};
      return new double[] {from.right(), fromY, after, fromY, after, toY, to.left(), toY};
    }
    double before = to.x - COLUMN / 2 + shift;
    double channel = channel(flow.to());
    return new double[] {
      from.right(),
      fromY,
      after,
      fromY,
      after,
      channel,
      before,
      channel,
      before,
      toY,
      to.left(),
      toY
    };
  }

  private double channel(Shape to) {
    Band band = bands.getOrDefault(to.lane(), new Band(TOP, 0));
    int place = channels.getOrDefault(to.id(), 0);
    return band.top() + band.height() - LANE_PAD / 2 - place * CHANNEL;
  }
}
