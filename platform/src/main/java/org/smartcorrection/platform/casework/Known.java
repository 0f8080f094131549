package org.smartcorrection.platform.casework;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.procedure.act.Fact;

/**
 * What the record already says of a fact that an act states, so that nobody types it twice.
 *
 * @param source the act that it comes from; {@code null} for the register of people, and for what
 *     is counted over several acts
 */
public record Known(String fact, Fact value, Strength strength, @Nullable Act source) {

  /** How far somebody may say otherwise. */
  public enum Strength {
    /** Nobody is asked: another act has to change it first. */
    FIRM,
    /** It counts unless somebody writes down why it is otherwise, such as a decision on paper. */
    REASONED,
    /** A proposal. */
    PROPOSED
  }
}
