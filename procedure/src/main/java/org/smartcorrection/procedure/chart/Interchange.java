package org.smartcorrection.procedure.chart;

import java.util.Locale;

/** Writes where everything of a BPMN diagram lies, in pixels: the diagram interchange. */
final class Interchange {

  private static final double LABEL_WIDTH = 120;

  private final Plan plan;
  private final Lanes lanes;
  private final Markup xml;

  Interchange(Plan plan, Lanes lanes, Markup xml) {
    this.plan = plan;
    this.lanes = lanes;
    this.xml = xml;
  }

  void write() {
    xml.open("bpmndi:BPMNDiagram", "id", "diagram");
    xml.open("bpmndi:BPMNPlane", "id", "plane", "bpmnElement", "collaboration");
    shape("pool", "true");
    bounds(Lanes.LEFT, Lanes.TOP, lanes.width, lanes.height);
    xml.close();
    lanes.bands.forEach(
        (role, band) -> {
          shape("lane_" + role, "true");
          bounds(
              Lanes.LEFT + Lanes.HEADING, band.top(), lanes.width - Lanes.HEADING, band.height());
          xml.close();
        });
    plan.shapes.values().forEach(this::drawn);
    plan.flows.forEach(flow -> edge(flow, lanes.corners(flow)));
    plan.associations.forEach(about -> edge(about, straight(about)));
    xml.close();
    xml.close();
  }

  private void shape(String element, String horizontal) {
    xml.open(
        "bpmndi:BPMNShape",
        "id",
        element + "_di",
        "bpmnElement",
        element,
        "isHorizontal",
        horizontal);
  }

  private void drawn(Shape shape) {
    Node node = shape.node();
    shape(shape.id(), "");
    bounds(node.left(), node.top, node.width, node.height);
    if (shape.kind().isSmall()) {
      xml.open("bpmndi:BPMNLabel");
      bounds(node.x - LABEL_WIDTH / 2, node.bottom() + 4, LABEL_WIDTH, 28);
      xml.close();
    }
    xml.close();
  }

  private void edge(Plan.Arrow arrow, double... corners) {
    xml.open("bpmndi:BPMNEdge", "id", arrow.id() + "_di", "bpmnElement", arrow.id());
    for (int i = 0; i < corners.length; i += 2) {
      xml.empty("di:waypoint", "x", number(corners[i]), "y", number(corners[i + 1]));
    }
    xml.close();
  }

  private static double[] straight(Plan.Arrow about) {
    Node from = about.from().node();
    Node to = about.to().node();
    return new double[] {from.x, from.bottom(), to.x, to.top};
  }

  private void bounds(double x, double y, double width, double height) {
    xml.empty(
        "dc:Bounds",
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(width),
        "height",
        number(height));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
