package org.smartcorrection.procedure.act;

import java.time.Instant;
import java.util.Optional;

/** How a lasting restriction ends by itself: by a deadline whose act of time leads out of it. */
final class RestrictionEnd {

  private RestrictionEnd() {}

  static Optional<Restriction> inForce(Definition definition, Instance instance, Instant now) {
    return definition
        .restrictionIn(instance.state())
        .filter(
            restriction ->
                !restriction.lasts()
                    || instance.deadlines().stream()
                        .filter(open -> isEnd(definition, restriction, open.id()))
                        .anyMatch(open -> !open.deadline().hasPassed(now)));
  }

  static boolean isEnd(Definition definition, Restriction restriction, String deadline) {
    return definition
        .deadline(deadline)
        .flatMap(DeadlineSpec::then)
        .flatMap(definition::act)
        .filter(act -> act.from().stream().anyMatch(from -> is(definition, restriction, from)))
        .flatMap(Act::to)
        .filter(to -> !is(definition, restriction, to))
        .isPresent();
  }

  private static boolean is(Definition definition, Restriction restriction, String state) {
    return definition.restrictionIn(state).filter(restriction::equals).isPresent();
  }
}
