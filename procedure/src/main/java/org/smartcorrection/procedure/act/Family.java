package org.smartcorrection.procedure.act;

/**
 * What a procedure is for, as readers look for it; its name is the message {@code family.<name>}.
 */
public enum Family {
  /** From the court's question to the plan. */
  INTAKE,
  /** Reports, visits, checks, health, level, group. */
  EVERYDAY,
  /** What the person may ask for. */
  PERMISSION,
  /** Alarms, lost contact, positioning. */
  WATCH,
  /** Praise, and what follows a finding. */
  CONDUCT,
  /** What a court or a prison decides. */
  SENTENCE,
  /** What the person and the procuratorate can ask of the agency. */
  RIGHTS,
  ENDING
}
