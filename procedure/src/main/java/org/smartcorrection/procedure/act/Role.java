package org.smartcorrection.procedure.act;

/** In which capacity somebody acts or owes something; a post gives it, not a person. */
public enum Role {
  COURT,
  AGENCY_OFFICER,
  /** A judicial office: only on a recorded entrustment (L04). */
  JUDICIAL_OFFICE,
  /** The head of the county-level justice bureau. */
  BUREAU_HEAD,
  PROSECUTOR,
  /** The person under correction, or staff who write down what the person said. */
  SUBJECT,
  /** The agency one level up. */
  CITY_AGENCY,
  /** The prison, detention house or police that hands a person over (L12). */
  CUSTODIAN,
  POLICE,
  /** The agency of another place, such as the new place of execution (M23 to M25). */
  HOST_AGENCY,
  /** The court, prison administration or police that decided on the correction (M41). */
  DECISION_ORGAN,
  /** Time itself: acts that follow from a passed deadline. */
  SYSTEM
}
