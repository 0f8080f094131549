package org.smartcorrection.procedure.chart;

import java.util.List;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.State;

/** Draws states as boxes and acts as words on their way. */
final class Boxes {

  private static final double DOT_RADIUS = 6;

  private final Svg svg;

  Boxes(Svg svg) {
    this.svg = svg;
  }

  void act(Act act, Block block) {
    svg.markup().open("g", "class", Sketch.isOfTime(act) ? "act time" : "act");
    svg.words(block);
    svg.markup().close();
  }

  void state(State state, Block block, boolean initial) {
    Node node = block.node();
    double top = node.top + (initial ? Block.DOT : 0);
    double height = node.bottom() - top;
    svg.markup().open("g", "class", look(state, initial));
    if (initial) {
      svg.dot("dot", node.x, node.top + DOT_RADIUS, DOT_RADIUS);
      svg.line("flow", Svg.path("M%s %sV%s", node.x, node.top + 2 * DOT_RADIUS, top));
    }
    svg.box("box", node.left(), top, node.width, height, initial ? 18 : 8);
    if (state.end()) {
      svg.box("edge", node.left() + 3, top + 3, node.width - 6, height - 6, 6);
    }
    block.words().stream()
        .filter(words -> words.look().isChip())
        .map(Block.Words::chip)
        .distinct()
        .forEach(chip -> chip(block, chip));
    svg.words(block);
    svg.markup().close();
  }

  private static String look(State state, boolean initial) {
    return "state"
        + (initial ? " initial" : "")
        + (state.end() ? " end" : "")
        + (state.restricts().isPresent() ? " restricts" : "");
  }

  private void chip(Block block, int number) {
    List<Block.Words> words = block.words().stream().filter(w -> w.chip() == number).toList();
    Block.Words first = words.getFirst();
    Block.Words last = words.getLast();
    double top = block.node().top + first.baseline() - first.look().leading * 0.78 - 2;
    double bottom = block.node().top + last.baseline() + last.look().leading * 0.22 + 3;
    double left = block.node().left() + 6;
    svg.box("chip " + first.look().css(), left, top, block.node().width - 12, bottom - top, 4);
  }
}
