package org.smartcorrection.procedure.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Definitions;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every published procedure, in both languages, checked with a ruler. */
class PictureTest {

  private static final Pattern NUMBER = Pattern.compile("-?[\\d.]+");

  static Stream<Arguments> all() {
    return Definitions.published().all().stream()
        .flatMap(
            definition ->
                Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                    .map(locale -> Arguments.of(definition, Wording.published(locale))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everything_is_there_and_can_be_read_aloud(Definition definition, Wording wording) {
    Document svg = Xml.parse(Picture.svg(definition, wording));
    var drawn = new StringBuilder();
    Xml.all(svg, "text").forEach(text -> drawn.append(text.getTextContent()));
    String read = drawn.toString().replace(" ", "");
    String told = Xml.all(svg, "desc").getFirst().getTextContent();

    definition.states().forEach(state -> has(read, wording.state(definition, state)));
    definition.states().forEach(state -> has(told, wording.state(definition, state)));
    definition.states().stream()
        .flatMap(state -> state.restricts().stream())
        .forEach(restriction -> has(read, wording.restriction(restriction)));
    for (Act act : definition.acts()) {
      has(read, wording.act(act));
      has(read, wording.who(act));
      has(told, wording.act(act));
    }
    definition.deadlines().stream()
        .filter(
            deadline ->
                definition.deadlinesByState().values().stream()
                    .anyMatch(running -> running.contains(deadline.id())))
        .forEach(deadline -> has(read, wording.deadline(definition, deadline)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void no_two_boxes_or_labels_overlap(Definition definition, Wording wording) {
    var sketch = new Sketch(definition, wording);
    List<Rectangle2D> boxes = new ArrayList<>();
    blocks(sketch).forEach(block -> boxes.add(around(block.node())));

    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        assertFalse(boxes.get(i).intersects(boxes.get(j)), i + " and " + j);
      }
      assertTrue(boxes.get(i).getMinX() >= 0 && boxes.get(i).getMinY() >= 0);
      assertTrue(boxes.get(i).getMaxX() <= sketch.placement.width);
      assertTrue(boxes.get(i).getMaxY() <= sketch.placement.height);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void words_stay_in_their_box_and_lines_apart(Definition definition, Wording wording) {
    for (Block block : blocks(new Sketch(definition, wording)).toList()) {
      double before = 0;
      for (Block.Words words : block.words()) {
        double width = Letters.width(words.text(), words.look().measure());
        assertTrue(width <= block.node().width, words.text() + " is wider than its box");
        assertTrue(words.baseline() - before >= words.look().size, words.text());
        before = words.baseline();
      }
      assertTrue(before < block.node().height);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void no_line_crosses_a_box_or_a_label(Definition definition, Wording wording) {
    List<Rectangle2D> insides =
        blocks(new Sketch(definition, wording)).map(block -> inside(block.node())).toList();
    Document svg = Xml.parse(Picture.svg(definition, wording));
    List<Element> flows =
        Xml.withClass(svg, "flow").stream()
            .filter(flow -> !((Element) flow.getParentNode()).getTagName().equals("g"))
            .toList();

    assertFalse(flows.isEmpty());
    for (Element flow : flows) {
      for (Line2D piece : pieces(flow.getAttribute("d"))) {
        for (Rectangle2D inside : insides) {
          assertFalse(piece.intersects(inside), flow.getAttribute("d") + " through " + inside);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void chips_lie_in_their_state_one_below_the_other(Definition definition, Wording wording) {
    Document svg = Xml.parse(Picture.svg(definition, wording));
    for (Element state : Xml.withClass(svg, "state")) {
      List<Rectangle2D> chips = new ArrayList<>();
      Rectangle2D box = new Rectangle2D.Double();
      var rects = state.getElementsByTagName("rect");
      for (int i = 0; i < rects.getLength(); i++) {
        var rect = (Element) rects.item(i);
        if (rect.getAttribute("class").equals("box")) box = rectangle(rect);
        if (rect.getAttribute("class").startsWith("chip")) chips.add(rectangle(rect));
      }
      for (int i = 0; i < chips.size(); i++) {
        assertTrue(box.contains(chips.get(i)), state.getTextContent());
        if (i > 0) assertTrue(chips.get(i).getMinY() > chips.get(i - 1).getMaxY());
      }
    }
  }

  @Test
  void the_same_procedure_is_always_the_same_picture_without_inline_style() {
    Definition leave = Definitions.published().get("leave", 1);
    String svg = Picture.svg(leave, Wording.published(Locale.ENGLISH));

    assertEquals(svg, Picture.svg(leave, Wording.published(Locale.ENGLISH)));
    assertFalse(svg.contains("style"), svg);
  }

  @Test
  void every_class_that_is_drawn_has_a_style() {
    var unstyled = new TreeSet<String>();
    for (Definition definition : Definitions.published().all()) {
      String svg = Picture.svg(definition, Wording.published(Locale.ENGLISH));
      for (Element element : Xml.all(Xml.parse(svg), "*")) {
        unstyled.addAll(List.of(element.getAttribute("class").split(" ", -1)));
      }
    }
    unstyled.removeIf(name -> name.isEmpty() || Picture.stylesheet().contains("." + name));

    assertEquals(new TreeSet<>(List.of("state")), unstyled, "a state is styled by its box");
  }

  @Test
  void restrictions_ends_and_the_beginning_are_marked() {
    Document svg =
        Xml.parse(
            Picture.svg(
                Definitions.published().get("positioning", 1), Wording.published(Locale.ENGLISH)));

    assertEquals(1, Xml.withClass(svg, "restricts").size());
    assertEquals(4, Xml.withClass(svg, "end").size());
    assertEquals(1, Xml.withClass(svg, "initial").size());
    assertEquals(1, Xml.withClass(svg, "dot").size());
  }

  private static void has(String text, String name) {
    boolean found = text.replace(" ", "").contains(name.replace(" ", ""));
    assertTrue(found, name + " is missing in " + text);
  }

  private static Stream<Block> blocks(Sketch sketch) {
    return Stream.concat(sketch.states.values().stream(), sketch.acts.values().stream());
  }

  private static Rectangle2D around(Node node) {
    return new Rectangle2D.Double(node.left(), node.top, node.width, node.height);
  }

  /** Lines end at the edge, so the edge does not count. */
  private static Rectangle2D inside(Node node) {
    return new Rectangle2D.Double(node.left() + 1, node.top + 1, node.width - 2, node.height - 2);
  }

  private static Rectangle2D rectangle(Element rect) {
    return new Rectangle2D.Double(
        Xml.number(rect, "x"),
        Xml.number(rect, "y"),
        Xml.number(rect, "width"),
        Xml.number(rect, "height"));
  }

  /** Straight, curved, straight; or straight alone. */
  private static List<Line2D> pieces(String path) {
    List<Double> numbers =
        NUMBER.matcher(path).results().map(match -> Double.valueOf(match.group())).toList();
    double x = numbers.get(0);
    var pieces = new ArrayList<Line2D>();
    pieces.add(new Line2D.Double(x, numbers.get(1), x, numbers.get(2)));
    if (numbers.size() == 3) return pieces;
    double end = numbers.get(7);
    double fromX = x;
    double fromY = numbers.get(2);
    for (int i = 1; i <= 40; i++) {
      double t = i / 40.0;
      double toX = bezier(t, x, numbers.get(3), numbers.get(5), end);
      double toY = bezier(t, numbers.get(2), numbers.get(4), numbers.get(6), numbers.get(8));
      pieces.add(new Line2D.Double(fromX, fromY, toX, toY));
      fromX = toX;
      fromY = toY;
    }
    pieces.add(new Line2D.Double(end, numbers.get(8), end, numbers.get(9)));
    return pieces;
  }

  private static double bezier(double t, double a, double b, double c, double d) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  }
}
