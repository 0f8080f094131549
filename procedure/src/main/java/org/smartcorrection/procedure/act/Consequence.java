package org.smartcorrection.procedure.act;

import java.util.Map;
import java.util.Optional;

/**
 * What an act brings about by itself: an act of time itself in another run of the same case, in the
 * same breath, that rests on what brought it. A court that revokes a suspended sentence ends the
 * correction with its ruling (Community Corrections Law 45); nobody has to type that again, and
 * nobody can forget it.
 *
 * @param procedure in which it follows; empty for the run of the act itself
 * @param act the act that follows
 * @param each in every open run of the procedure in which it may happen, and in none when there is
 *     none; without it in the one run that is open, or in a new one
 * @param facts what it states, each taken from a fact of the act that brings it
 * @param choices what it states that is always the same
 */
public record Consequence(
    Optional<String> procedure,
    String act,
    boolean each,
    Map<String, String> facts,
    Map<String, String> choices) {

  public Consequence {
    facts = Map.copyOf(facts);
    choices = Map.copyOf(choices);
  }

  /** The procedure in which it follows, for an act of this one. */
  public String in(String own) {
    return procedure.orElse(own);
  }
}
