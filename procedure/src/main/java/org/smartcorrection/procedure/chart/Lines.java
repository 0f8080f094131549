package org.smartcorrection.procedure.chart;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartcorrection.procedure.act.Act;

/**
 * Draws the flows: straight down beside what stands in a row, curved only between rows, so that no
 * line can cross a box.
 */
final class Lines {

  private static final double HEAD = 7;

  private final Sketch sketch;
  private final Svg svg;
  private final Set<Node> states;

  Lines(Sketch sketch, Svg svg) {
    this.sketch = sketch;
    this.svg = svg;
    states = sketch.states.values().stream().map(Block::node).collect(Collectors.toSet());
  }

  void draw() {
    sketch.rows.links.forEach(this::link);
    sketch.rows.rows.stream().flatMap(List::stream).filter(node -> node.bend).forEach(this::bend);
  }

  private void link(Link link) {
    boolean head = link.arrives() && states.contains(link.to());
    double x1 = Ports.below(sketch.rows, link);
    double x2 = Ports.above(sketch.rows, link);
    double y1 = link.upper().bottom() + (link.back() && head ? HEAD : 0);
    double y2 = link.lower().top - (!link.back() && head ? HEAD : 0);
    double from = Math.max(y1, rowBottom(link.upper()));
    double to = Math.min(y2, rowTop(link.lower()));
    double middle = (from + to) / 2;
    svg.line(
        look(isOfTime(link)),
        Svg.path(
            "M%s %sV%sC%s %s %s %s %s %sV%s", x1, y1, from, x1, middle, x2, middle, x2, to, y2));
    if (head) head(link, link.back() ? x1 : x2);
  }

  private void head(Link link, double x) {
    double tip = link.back() ? link.upper().bottom() : link.lower().top;
    double base = link.back() ? tip + HEAD + 1 : tip - HEAD - 1;
    svg.area("head", Svg.path("M%s %sL%s %sH%sZ", x, tip, x - 4, base, x + 4));
  }

  private void bend(Node bend) {
    boolean time =
        sketch.rows.links.stream()
            .filter(link -> link.upper().equals(bend) || link.lower().equals(bend))
            .allMatch(this::isOfTime);
    svg.line(look(time), Svg.path("M%s %sV%s", bend.x, bend.top, bend.bottom()));
  }

  private static String look(boolean time) {
    return time ? "flow time" : "flow";
  }

  /** A line on which several acts run together is of time only when all of them are. */
  private boolean isOfTime(Link link) {
    Node source = link.back() ? link.lower() : link.upper();
    return sketch.acts.entrySet().stream()
        .filter(act -> runs(act, link, source))
        .allMatch(act -> Sketch.isOfTime(act.getKey()));
  }

  private boolean runs(Map.Entry<Act, Block> act, Link link, Node source) {
    Node label = act.getValue().node();
    if (link.to().equals(label)) return true;
    boolean leadsThere =
        sketch.states.entrySet().stream()
            .filter(state -> act.getKey().to().filter(state.getKey().id()::equals).isPresent())
            .anyMatch(state -> state.getValue().node().equals(link.to()));
    return leadsThere && (source.bend || source.equals(label));
  }

  private double rowTop(Node node) {
    return sketch.rows.rows.get(node.row).stream().mapToDouble(n -> n.top).min().orElse(node.top);
  }

  private double rowBottom(Node node) {
    return sketch.rows.rows.get(node.row).stream()
        .mapToDouble(Node::bottom)
        .max()
        .orElse(node.bottom());
  }
}
