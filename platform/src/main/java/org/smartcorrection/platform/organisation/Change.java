package org.smartcorrection.platform.organisation;

import org.smartcorrection.platform.kernel.UnitId;

/** What became of a change that somebody wanted to make to the organisation. */
public sealed interface Change {
  record Made(UnitId unit) implements Change {}

  record Refused(Why why) implements Change {}

  /** Why not; the message is {@code admin.unit.why.…}. */
  enum Why {
    /** A change counts from today at the earliest: what acts were based on is not rewritten. */
    BACK,
    /** Something else is planned for a later day; of two plans the later would undo this one. */
    PLANNED_LATER,
    /** The kinds do not fit: a squadron stands under a brigade, a brigade under the agency. */
    PLACE,
    /** The unit above is not there on that day, or belongs to another agency. */
    ABOVE_GONE,
    /** Only a correction agency has units. */
    AGENCY,
    /** The office has its place already, or is not one of this agency. */
    OFFICE,
    /** The unit is not there on that day. */
    GONE,
    /** Units still stand under it. */
    UNITS_BELOW,
    /** It still has an area: whose it will be must be said first. */
    AREA,
    /** Posts still work in it. */
    POSTS,
    /** A division is another agency's area: that agency gives it up first. */
    ELSEWHERE
  }
}
