package org.smartcorrection.procedure.chart;

import java.util.List;
import java.util.Optional;
import org.smartcorrection.procedure.act.DeadlineSpec;
import org.smartcorrection.procedure.act.Role;

/**
 * One element of a BPMN diagram.
 *
 * @param lane in whose lane it lies
 * @param documentation what is said of it, a paragraph each
 * @param timer the deadline whose passing a timer waits for
 */
record Shape(
    Kind kind,
    String id,
    String name,
    Role lane,
    List<String> documentation,
    Optional<DeadlineSpec> timer,
    Node node) {

  enum Kind {
    START("startEvent", 36, 36),
    /** A state with one way on. */
    STATE("intermediateThrowEvent", 36, 36),
    /** A state with several ways on. */
    CHOICE("exclusiveGateway", 50, 50),
    END("endEvent", 36, 36),
    TIMER("intermediateCatchEvent", 36, 36),
    /** An act of people. */
    PEOPLE("userTask", 110, 80),
    /** An act of time itself. */
    TIME("serviceTask", 110, 80),
    /** What is owed: a note at the act that opens it. */
    OWED("textAnnotation", 130, 62);

    final String element;
    final double width;
    final double height;

    Kind(String element, double width, double height) {
      this.element = element;
      this.width = width;
      this.height = height;
    }

    /** Whether the name stands below the figure rather than in it. */
    boolean isSmall() {
      return switch (this) {
        case START, STATE, CHOICE, END, TIMER -> true;
        case PEOPLE, TIME, OWED -> false;
      };
    }
  }

  static Shape of(Kind kind, String id, String name, Role lane, List<String> documentation) {
    Node node = Node.box(id, kind.width, kind.height);
    return new Shape(kind, id, name, lane, List.copyOf(documentation), Optional.empty(), node);
  }

  static Shape timer(DeadlineSpec deadline, String id, String name, List<String> documentation) {
    Node node = Node.box(id, Kind.TIMER.width, Kind.TIMER.height);
    return new Shape(
        Kind.TIMER, id, name, Role.SYSTEM, List.copyOf(documentation), Optional.of(deadline), node);
  }
}
