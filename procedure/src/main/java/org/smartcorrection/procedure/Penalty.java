package org.smartcorrection.procedure;

/** The principal penalty that a judgement imposed. */
public enum Penalty {
  /** 管制. */
  PUBLIC_SURVEILLANCE,
  /** 拘役. */
  CRIMINAL_DETENTION,
  /** 有期徒刑. */
  FIXED_TERM,
  /** 无期徒刑. */
  LIFE
}
