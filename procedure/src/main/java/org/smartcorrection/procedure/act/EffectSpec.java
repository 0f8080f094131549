package org.smartcorrection.procedure.act;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * An effect in a definition: exactly one of the first three is given.
 *
 * @param inform who is told or gets a copy
 * @param issue the document that is issued
 * @param handOver the fact that names the agency to which the case goes over
 * @param by only when this role acted
 */
public record EffectSpec(
    Optional<Role> inform, Optional<String> issue, Optional<String> handOver, Optional<Role> by) {

  public EffectSpec {
    if (Stream.of(inform, issue, handOver).filter(Optional::isPresent).count() != 1) {
      throw new IllegalArgumentException("an effect either informs, issues or hands over");
    }
  }

  Effect effect() {
    return inform
        .<Effect>map(Effect.Inform::new)
        .or(() -> issue.map(Effect.Issue::new))
        .orElseGet(() -> new Effect.HandOver(handOver.orElseThrow()));
  }
}
