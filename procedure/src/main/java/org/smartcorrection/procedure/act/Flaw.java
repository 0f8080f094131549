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
    RESTRICTION_WITHOUT_END,
    /** It is in force although who has to approve it did not. */
    RESTRICTION_WITHOUT_APPROVAL,
    /** Something that sets its end is bounded by no guard, no term, or moves with holidays. */
    RESTRICTION_WITHOUT_LIMIT,
    RESTRICTION_PROLONGED_BY_OTHERS,
    /** A deadline is open and no act that meets it can be reached any more. */
    OWED_FOR_EVER,
    /** An act of time needs something that somebody would have to bring. */
    ACT_OF_TIME_HELD_UP,
    /** A measure can be begun without a finding of another procedure. */
    MEASURE_WITHOUT_FINDING,
    /** A finding on which a measure rests comes about without account and search. */
    FINDING_UNHEARD,
    /** Whoever cannot be reached could block the finding. */
    HIDING_BLOCKS,
    /** That the person was heard or searched for can be stated, although only an act brings it. */
    HEARING_CLAIMED,
    ACCOUNT_INCOMPLETE,
    SEARCH_WITHOUT_CONTACT,
    /** Something of a person is open or in force after their correction ended. */
    GOES_ON_AFTER_END,
    OWED_AFTER_END,
    END_WITHOUT_ARTICLE,
    /** What an act brings by itself could be refused, or needs what nobody states. */
    CONSEQUENCE_HELD_UP,
    /** What an act brings by itself does not rest on it. */
    CONSEQUENCE_WITHOUT_CAUSE,
    /** What an act brings by itself brings more. */
    CONSEQUENCE_IN_CHAIN,
    /** An agency's own version lacks or alters a state of the published procedure. */
    LOCAL_STATE_CHANGED,
    LOCAL_ACT_MISSING,
    /** An act of the published procedure would ask for less, or do something else. */
    LOCAL_ACT_LOOSENED,
    /** What the person, the procuratorate or another organ may do would become harder. */
    LOCAL_RIGHT_NARROWED,
    LOCAL_DEADLINE_CHANGED,
    /** An added step leads past acts of the published procedure. */
    LOCAL_DETOUR,
    /** Only the law imposes duties on the person. */
    LOCAL_DUTY_OF_PERSON,
    /** A restriction where the published procedure has none. */
    LOCAL_RESTRICTION,
    /** Only the law ends a correction, or lets something go on after its end. */
    LOCAL_END,
    /** It begins when the published one would not, or is for something else. */
    LOCAL_OPENING_CHANGED,
    /** A name that the platform gives already to something else. */
    LOCAL_NAME_TAKEN,
    LOCAL_WORD_MISSING
  }
}
