package org.smartcorrection.procedure.chart;

import java.util.Comparator;
import java.util.List;

/** Where lines leave and reach a box, so that they do not run into each other there. */
final class Ports {

  private static final double APART = 16;

  private Ports() {}

  /** Where the link touches the lower edge of its upper end. */
  static double below(Rows rows, Link link) {
    List<Link> beside =
        rows.links.stream()
            .filter(other -> other.upper().equals(link.upper()))
            .sorted(Comparator.comparingDouble(other -> other.lower().x))
            .toList();
    return spread(link.upper(), beside.indexOf(link), beside.size());
  }

  /** Where the link touches the upper edge of its lower end; what comes down arrives together. */
  static double above(Rows rows, Link link) {
    List<Link> beside =
        rows.links.stream()
            .filter(other -> other.lower().equals(link.lower()))
            .sorted(Comparator.comparingDouble(other -> other.upper().x))
            .toList();
    boolean allDown = beside.stream().noneMatch(Link::back);
    return allDown ? link.lower().x : spread(link.lower(), beside.indexOf(link), beside.size());
  }

  private static double spread(Node node, int place, int places) {
    if (node.bend) return node.x;
    double apart = Math.min(APART, node.width * 0.8 / places);
    return node.x + (place - (places - 1) / 2.0) * apart;
  }
}
