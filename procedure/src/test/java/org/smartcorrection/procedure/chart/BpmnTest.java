package org.smartcorrection.procedure.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/** Every published procedure, in both languages, as modelling tools will read it. */
class BpmnTest {

  private static final Pattern NC_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final Set<String> NODES =
      Set.of(
          "startEvent",
          "endEvent",
          "intermediateThrowEvent",
          "intermediateCatchEvent",
          "exclusiveGateway",
          "userTask",
          "serviceTask");

  static Stream<Arguments> all() {
    return PictureTest.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void ids_are_names_and_unique_and_every_reference_is_met(Definition definition, Wording wording) {
    Document bpmn = Xml.parse(Bpmn.xml(definition, wording));
    var ids = new HashSet<String>();
    for (Element element : Xml.all(bpmn, "*")) {
      String id = element.getAttribute("id");
      if (id.isEmpty()) continue;
      assertTrue(NC_NAME.matcher(id).matches(), id);
      assertTrue(ids.add(id), id + " comes twice");
    }
    for (Element element : Xml.all(bpmn, "*")) {
      for (String name : List.of("sourceRef", "targetRef", "processRef", "bpmnElement")) {
        String reference = element.getAttribute(name);
        assertTrue(reference.isEmpty() || ids.contains(reference), reference);
      }
    }
    for (String name : List.of("incoming", "outgoing", "flowNodeRef")) {
      Xml.all(bpmn, name).forEach(e -> assertTrue(ids.contains(e.getTextContent()), name));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void it_begins_once_ends_and_nothing_hangs_in_the_air(Definition definition, Wording wording) {
    Document bpmn = Xml.parse(Bpmn.xml(definition, wording));

    assertEquals(1, Xml.all(bpmn, "startEvent").size());
    assertFalse(Xml.all(bpmn, "endEvent").isEmpty());
    Set<String> inLanes =
        Xml.all(bpmn, "flowNodeRef").stream()
            .map(Element::getTextContent)
            .collect(Collectors.toSet());
    for (Element node : nodes(bpmn)) {
      String kind = node.getLocalName();
      int in = node.getElementsByTagNameNS("*", "incoming").getLength();
      int out = node.getElementsByTagNameNS("*", "outgoing").getLength();
      assertEquals(kind.equals("startEvent"), in == 0, node.getAttribute("id"));
      assertEquals(kind.equals("endEvent"), out == 0, node.getAttribute("id"));
      assertTrue(kind.equals("exclusiveGateway") || out <= 1, "only gateways choose");
      assertTrue(inLanes.contains(node.getAttribute("id")));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void acts_states_and_deadlines_are_there_with_their_articles(
      Definition definition, Wording wording) {
    String xml = Bpmn.xml(definition, wording);
    Set<String> names =
        Stream.concat(
                Xml.all(Xml.parse(xml), "*").stream().map(e -> e.getAttribute("name")),
                Xml.all(Xml.parse(xml), "text").stream().map(Element::getTextContent))
            .collect(Collectors.toSet());

    definition.states().forEach(s -> assertTrue(names.contains(wording.state(definition, s))));
    definition.acts().forEach(act -> assertTrue(names.contains(wording.act(act)), act.type()));
    definition.acts().forEach(act -> assertTrue(xml.contains(wording.articles(act.rules()))));
    definition
        .deadlines()
        .forEach(
            deadline -> {
              String name = wording.deadline(definition, deadline);
              assertTrue(names.stream().anyMatch(n -> n.startsWith(name)), name);
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void an_act_of_time_follows_a_timer(Definition definition, Wording wording) {
    Document bpmn = Xml.parse(Bpmn.xml(definition, wording));
    for (Act act : definition.acts()) {
      if (act.after().isEmpty()) continue;
      List<String> sources =
          Xml.all(bpmn, "sequenceFlow").stream()
              .filter(flow -> isTaskOf(act, flow.getAttribute("targetRef")))
              .map(flow -> flow.getAttribute("sourceRef"))
              .toList();
      assertEquals(act.from().size(), sources.size(), act.type());
      assertTrue(sources.stream().allMatch(id -> id.startsWith("time_")), act.type());
    }
    assertEquals(
        Xml.all(bpmn, "intermediateCatchEvent").size(),
        Xml.all(bpmn, "timerEventDefinition").size());
  }

  @ParameterizedTest
  @MethodSource("all")
  void shapes_do_not_overlap_and_flows_cross_none(Definition definition, Wording wording) {
    Document bpmn = Xml.parse(Bpmn.xml(definition, wording));
    Map<String, Rectangle2D> shapes = new HashMap<>();
    List<Rectangle2D> bands = new ArrayList<>();
    for (Element shape : Xml.all(bpmn, "BPMNShape")) {
      var bounds = (Element) shape.getElementsByTagNameNS("*", "Bounds").item(0);
      var box =
          new Rectangle2D.Double(
              Xml.number(bounds, "x"),
              Xml.number(bounds, "y"),
              Xml.number(bounds, "width"),
              Xml.number(bounds, "height"));
      if (shape.getAttribute("isHorizontal").isEmpty()) {
        shapes.put(shape.getAttribute("bpmnElement"), box);
      } else {
        bands.add(box);
      }
    }
    shapes.forEach(
        (id, box) -> {
          assertEquals(2, bands.stream().filter(band -> band.contains(box)).count(), id);
          shapes.forEach(
              (other, its) ->
                  assertTrue(id.equals(other) || !box.intersects(its), id + " and " + other));
        });
    for (Element edge : Xml.all(bpmn, "BPMNEdge")) {
      if (!edge.getAttribute("bpmnElement").startsWith("flow_")) continue;
      for (Line2D line : lines(edge)) {
        shapes.forEach(
            (id, box) ->
                assertFalse(
                    line.intersects(
                        box.getX() + 1, box.getY() + 1, box.getWidth() - 2, box.getHeight() - 2),
                    edge.getAttribute("bpmnElement") + " through " + id));
      }
    }
  }

  @Test
  void a_timer_of_three_working_days_is_written_as_three_days() {
    Definition positioning = Definitions.published().get("positioning", 1);
    Document bpmn = Xml.parse(Bpmn.xml(positioning, Wording.published(Locale.ENGLISH)));

    assertTrue(
        Xml.all(bpmn, "timeDuration").stream().anyMatch(e -> e.getTextContent().equals("P3D")));
  }

  @Test
  void the_same_procedure_is_always_the_same_text() {
    for (Definition definition : Definitions.published().all()) {
      assertEquals(
          Bpmn.xml(definition, Wording.published(Locale.ENGLISH)),
          Bpmn.xml(definition, Wording.published(Locale.ENGLISH)));
    }
  }

  private static boolean isTaskOf(Act act, String id) {
    return id.equals("act_" + act.type()) || id.startsWith("act_" + act.type() + "_in_");
  }

  private static List<Element> nodes(Document bpmn) {
    return Xml.all(bpmn, "*").stream()
        .filter(element -> NODES.contains(element.getLocalName()))
        .toList();
  }

  private static List<Line2D> lines(Element edge) {
    var points = edge.getElementsByTagNameNS("*", "waypoint");
    var lines = new ArrayList<Line2D>();
    for (int i = 1; i < points.getLength(); i++) {
      var from = (Element) points.item(i - 1);
      var to = (Element) points.item(i);
      lines.add(
          new Line2D.Double(
              Xml.number(from, "x"),
              Xml.number(from, "y"),
              Xml.number(to, "x"),
              Xml.number(to, "y")));
    }
    return lines;
  }
}
