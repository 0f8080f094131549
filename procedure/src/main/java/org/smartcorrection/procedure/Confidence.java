package org.smartcorrection.procedure;

/** How sure we are of a rule or a number. */
public enum Confidence {
  /** Read in the text of a statute or judicial interpretation. */
  TEXT,
  /** From practice; the text is still to be checked. */
  PRACTICE,
  /** A rule of our own, stricter than the law or filling its silence. */
  HOUSE
}
