package org.smartcorrection.platform.organisation;

/** What became of a substitution that somebody wanted to record. */
public sealed interface Substituting {
  record Recorded(Substitution made) implements Substituting {}

  record Refused(Why why) implements Substituting {}

  /** Why not; the message is {@code desk.substitution.why.…}. */
  enum Why {
    /** It cannot begin in the past: nobody acts in a post after the fact. */
    BACK,
    /** The last day is before the first. */
    DAYS,
    /** Only the holder of the post, the head above it or the agency above the head may. */
    POWER,
    /** The substitute is not of the same agency with the same kind of post. */
    ELIGIBLE,
    /** The head is substituted by a deputy alone (CCL 29). */
    NOT_DEPUTY,
    /** An order belongs to an acting head alone. */
    NO_ORDER_HERE,
    /** An order has a number and a day that has come. */
    ORDER,
    /** Somebody acts in the post in that time already. */
    OVERLAPS,
    /** The substitute is recorded as absent in that time. */
    SUBSTITUTE_ABSENT
  }
}
