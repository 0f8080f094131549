package org.smartcorrection.procedure.chart;

/** From one thing to the next, as a procedure goes. */
record Flow(Node from, Node to) {}
