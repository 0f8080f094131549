package org.smartcorrection.location;

/** How soon somebody has to look; the order is from less to more. */
public enum Severity {
  /** For the record. */
  BLUE,
  /** Look at it when the next chance offers: something is likely, the evidence is weak. */
  AMBER,
  /** Look at it now: the evidence is good. */
  RED
}
