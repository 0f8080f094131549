package org.smartcorrection.procedure.act;

import java.util.Optional;

/**
 * An effect in a definition: exactly one of the two is given.
 *
 * @param inform who is told or gets a copy
 * @param issue the document that is issued
 * @param by only when this role acted
 */
public record EffectSpec(Optional<Role> inform, Optional<String> issue, Optional<Role> by) {

  public EffectSpec {
    if (inform.isPresent() == issue.isPresent()) {
      throw new IllegalArgumentException("an effect either informs or issues");
    }
  }

  Effect effect() {
    return inform
        .<Effect>map(Effect.Inform::new)
        .orElseGet(() -> new Effect.Issue(issue.orElseThrow()));
  }
}
