package org.smartcorrection.procedure.chart;

import org.smartcorrection.procedure.act.DeadlineSpec;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Role;

/**
 * A procedure as BPMN 2.0 XML with diagram interchange (OMG formal/2011-01-03), for modelling
 * tools: one pool with a lane for each role, states as events and gateways, acts as tasks, acts of
 * time behind timers, other deadlines as notes, articles as documentation.
 *
 * <p>It is a picture of the law for modellers and not executable: guards, facts and working days
 * have no place in BPMN, so the product runs the definition itself. A working day is written as a
 * day in a timer, and its documentation says which days are meant.
 */
public final class Bpmn {

  private final Definition definition;
  private final Wording wording;
  private final Plan plan;
  private final Lanes lanes;
  private final Markup xml = new Markup();

  private Bpmn(Definition definition, Wording wording) {
    this.definition = definition;
    this.wording = wording;
    plan = new Plan(definition, wording);
    lanes = new Lanes(plan);
  }

  /** The procedure as one XML document. */
  public static String xml(Definition definition, Wording wording) {
    return new Bpmn(definition, wording).write();
  }

  private String write() {
    xml.open(
        "bpmn:definitions",
        "xmlns:bpmn",
        "http://www.omg.org/spec/BPMN/20100524/MODEL",
        "xmlns:bpmndi",
        "http://www.omg.org/spec/BPMN/20100524/DI",
        "xmlns:dc",
        "http://www.omg.org/spec/DD/20100524/DC",
        "xmlns:di",
        "http://www.omg.org/spec/DD/20100524/DI",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "id",
        "definitions",
        "targetNamespace",
        "https://smartcorrection.org/procedure/" + definition.id());
    xml.open("bpmn:collaboration", "id", "collaboration");
    xml.empty(
        "bpmn:participant",
        "id",
        "pool",
        "name",
        wording.procedure(definition),
        "processRef",
        processId());
    xml.close();
    process();
    new Interchange(plan, lanes, xml).write();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.close();
  }

  private String processId() {
    return "procedure_" + definition.id() + "_" + definition.version();
  }

  private void process() {
    xml.open(
        "bpmn:process",
        "id",
        processId(),
        "name",
        wording.procedure(definition),
        "isExecutable",
        "false");
    xml.open("bpmn:laneSet", "id", "lanes");
    for (Role role : lanes.bands.keySet()) {
      xml.open("bpmn:lane", "id", "lane_" + role, "name", wording.role(role));
      plan.shapes.values().stream()
          .filter(shape -> shape.lane() == role && shape.kind() != Shape.Kind.OWED)
          .forEach(shape -> xml.text("bpmn:flowNodeRef", shape.id()));
      xml.close();
    }
    xml.close();
    plan.shapes.values().stream().filter(s -> s.kind() != Shape.Kind.OWED).forEach(this::node);
    for (Plan.Arrow flow : plan.flows) {
      xml.empty("bpmn:sequenceFlow", ends(flow));
    }
    plan.shapes.values().stream().filter(s -> s.kind() == Shape.Kind.OWED).forEach(this::note);
    for (Plan.Arrow about : plan.associations) xml.empty("bpmn:association", ends(about));
    xml.close();
  }

  private static String[] ends(Plan.Arrow arrow) {
    return new String[] {
      "id", arrow.id(), "sourceRef", arrow.from().id(), "targetRef", arrow.to().id()
    };
  }

  private void node(Shape shape) {
    xml.open("bpmn:" + shape.kind().element, "id", shape.id(), "name", shape.name());
    shape.documentation().forEach(words -> xml.text("bpmn:documentation", words));
    plan.flows.stream()
        .filter(flow -> flow.to().equals(shape))
        .forEach(flow -> xml.text("bpmn:incoming", flow.id()));
    plan.flows.stream()
        .filter(flow -> flow.from().equals(shape))
        .forEach(flow -> xml.text("bpmn:outgoing", flow.id()));
    shape.timer().ifPresent(deadline -> timer(shape, deadline));
    xml.close();
  }

  private void timer(Shape shape, DeadlineSpec deadline) {
    xml.open("bpmn:timerEventDefinition", "id", shape.id() + "_timer");
    xml.text(
        deadline.on().isPresent() ? "bpmn:timeDate" : "bpmn:timeDuration",
        time(deadline),
        "xsi:type",
        "bpmn:tFormalExpression");
    xml.close();
  }

  /** ISO 8601 where a rule gives the number, else the name of the fact that does. */
  private String time(DeadlineSpec deadline) {
    if (deadline.on().isPresent()) return deadline.on().get();
    if (deadline.numberFact().isPresent()) return deadline.numberFact().get();
    int number = wording.span(deadline).number();
    return switch (deadline.unit().orElseThrow()) {
      case HOURS -> "PT" + number + "H";
      case CALENDAR_DAYS, WORKING_DAYS -> "P" + number + "D";
      case MONTHS -> "P" + number + "M";
    };
  }

  private void note(Shape shape) {
    xml.open("bpmn:textAnnotation", "id", shape.id());
    shape.documentation().forEach(words -> xml.text("bpmn:documentation", words));
    xml.text("bpmn:text", shape.name());
    xml.close();
  }
}
