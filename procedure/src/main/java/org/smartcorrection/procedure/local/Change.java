package org.smartcorrection.procedure.local;

import java.util.List;

/**
 * One thing in which a procedure differs from what was followed before.
 *
 * @param of message key of the state, act or deadline
 * @param what message keys of what was added or taken away; empty when that is the thing itself
 */
public record Change(Kind kind, String of, List<String> what) {
  public Change {
    what = List.copyOf(what);
  }

  /** Its text is the message {@code change.<kind>}. */
  public enum Kind {
    STATE_ADDED,
    STATE_GONE,
    ACT_ADDED,
    ACT_GONE,
    DEADLINE_ADDED,
    DEADLINE_GONE,
    DEADLINE_CHANGED,
    /** Who may now, or no longer. */
    WHO_ADDED,
    WHO_GONE,
    FROM_ADDED,
    FROM_GONE,
    FACT_ADDED,
    FACT_GONE,
    DOCUMENT_ADDED,
    DOCUMENT_GONE,
    RULE_ADDED,
    RULE_GONE,
    /** A further check, whom it informs, what it issues: told as one. */
    REST_CHANGED
  }
}
