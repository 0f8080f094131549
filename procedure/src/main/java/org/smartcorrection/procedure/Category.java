package org.smartcorrection.procedure;

/** The four kinds of community correction: a closed set (rule L01, Community Corrections Law 2). */
public enum Category {
  PUBLIC_SURVEILLANCE,
  SUSPENDED_SENTENCE,
  PAROLE,
  TEMPORARY_EXECUTION
}
