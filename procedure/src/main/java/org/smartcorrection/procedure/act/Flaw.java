package org.smartcorrection.procedure.act;

/**
 * Something wrong with a definition.
 *
 * @param kind what is wrong
 * @param place the state, act, deadline or name concerned
 */
public record Flaw(String procedure, Kind kind, String place) {

  public enum Kind {
    UNKNOWN_STATE,
    UNKNOWN_ACT,
    UNKNOWN_GUARD,
    UNKNOWN_RULE,
    UNKNOWN_FACT,
    UNKNOWN_DEADLINE,
    UNKNOWN_PROCEDURE,
    DOUBLED,
    UNREACHABLE_STATE,
    DEAD_END,
    NOBODY_OWES,
    ACT_WITHOUT_ARTICLE,
    ACT_WITHOUT_ACTOR,
    DEADLINE_WITHOUT_START,
    DEADLINE_WITHOUT_END,
    DEADLINE_NEVER_MET,
    REFUSAL_WITHOUT_REMEDY,
    REFUSAL_WITHOUT_REASON,
    RESTRICTION_WITHOUT_ARTICLE,
    RESTRICTION_WITHOUT_REMEDY,
    RESTRICTION_WITHOUT_END
  }
}
