package org.smartcorrection.procedure.chart;

import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.DeadlineSpec;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.State;

/**
 * A box or label and the words in it.
 *
 * @param words from top to bottom
 */
record Block(Node node, List<Words> words) {

  private static final double MOST_IN_STATE = 190;
  private static final double MOST_IN_ACT = 136;
  private static final double PAD_X = 12;
  private static final double PAD_Y = 9;
  private static final double CHIP_PAD = 6;

  /** Room above the first state for the dot from which it all begins. */
  static final double DOT = 26;

  /** How words look. */
  enum Look {
    NAME(13.5, 18, true),
    ACT(12.5, 16.5, true),
    WHO(10.5, 14, false),
    STAYS(11, 15, true),
    RESTRICTION(11, 15, true),
    DEADLINE(11, 15, true),
    OWED(10.5, 14, false);

    private static final double BROADER = 1.07;

    final double size;
    final double leading;
    private final boolean bold;

    Look(double size, double leading, boolean bold) {
      this.size = size;
      this.leading = leading;
      this.bold = bold;
    }

    /** The size by which to measure. */
    double measure() {
      return bold ? size * BROADER : size;
    }

    String css() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isChip() {
      return this == RESTRICTION || this == DEADLINE;
    }
  }

  /**
   * One line of words.
   *
   * @param baseline from the block's top
   * @param chip of which chip it is part, 0 for none; a chip's lines follow each other
   */
  record Words(String text, Look look, double baseline, int chip) {}

  static Block of(
      Definition definition, State state, List<DeadlineSpec> deadlines, Wording wording) {
    boolean initial = state.id().equals(definition.initial());
    var pen = new Pen(MOST_IN_STATE, initial ? DOT + PAD_Y : PAD_Y);
    pen.write(wording.state(definition, state), Look.NAME);
    state.restricts().ifPresent(it -> pen.chip(wording.restriction(it), Look.RESTRICTION));
    for (Act act : definition.actsFrom(state.id())) {
      if (act.target(state.id()).equals(state.id())) {
        pen.space(2);
        pen.write(wording.say("chart.stays", new Arg.Named("act." + act.type())), Look.STAYS);
        pen.write(wording.who(act), Look.OWED);
      }
    }
    for (DeadlineSpec deadline : deadlines) {
      pen.chip(wording.deadline(definition, deadline), Look.DEADLINE);
      pen.more(wording.owed(deadline), wording.amount(deadline), wording.role(deadline.owner()));
    }
    double width = Math.max(92, pen.widest + 2 * PAD_X);
    return new Block(Node.box(state.id(), Math.ceil(width), pen.y + PAD_Y), pen.words);
  }

  static Block of(Act act, Wording wording) {
    var pen = new Pen(MOST_IN_ACT, 3);
    pen.write(wording.act(act), Look.ACT);
    pen.write(wording.who(act), Look.WHO);
    return new Block(
        Node.box("act " + act.type(), Math.ceil(pen.widest + 8), pen.y + 3), pen.words);
  }

  private static final class Pen {
    final List<Words> words = new ArrayList<>();
    private final double most;
    double widest;
    double y;
    private int chips;

    Pen(double most, double y) {
      this.most = most;
      this.y = y;
    }

    void space(double height) {
      y += height;
    }

    void write(String text, Look look) {
      lines(text, look, most, 0, 0);
    }

    void chip(String text, Look look) {
      y += 7;
      chips++;
      lines(text, look, most - 2 * CHIP_PAD, 2 * CHIP_PAD, chips);
      y += 3;
    }

    /** One more line in the chip just written, or two where one is too long. */
    void more(String whole, String first, String second) {
      double room = most - 2 * CHIP_PAD;
      y -= 3;
      if (Letters.width(whole, Look.OWED.measure()) <= room) {
        lines(whole, Look.OWED, room, 2 * CHIP_PAD, chips);
      } else {
        lines(first, Look.OWED, room, 2 * CHIP_PAD, chips);
        lines(second, Look.OWED, room, 2 * CHIP_PAD, chips);
      }
      y += 3;
    }

    private void lines(String text, Look look, double room, double pad, int chip) {
      for (String line : Letters.wrap(text, look.measure(), room)) {
        widest = Math.max(widest, Letters.width(line, look.measure()) + pad);
        words.add(new Words(line, look, y + look.leading * 0.78, chip));
        y += look.leading;
      }
    }
  }
}
