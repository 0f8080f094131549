package org.smartcorrection.procedure.chart;

/**
 * The part of a flow, or of several that lead to the same thing, between two neighbouring rows.
 *
 * @param back the flow goes up, from the lower thing to the upper one
 */
record Link(Node upper, Node lower, Node to, boolean back) {

  /** Whether the flow arrives here. */
  boolean arrives() {
    return (back ? upper : lower).equals(to);
  }
}
