package org.smartcorrection.platform.feeds;

/** How much a calendar holds. */
public enum Scope {
  /** What the post itself owes; for a person under correction all that they owe. */
  MINE,
  /** All that is open in the post's agency or office, by whoever it is owed. Staff only. */
  UNIT
}
