package org.smartcorrection.platform.organisation;

/** What a post is for. The authorisation matrix and the procedure definitions speak of roles. */
public enum Role {
  COURT,
  AGENCY_OFFICER,
  JUDICIAL_OFFICE,
  BUREAU_HEAD,
  CITY_AGENCY,
  PROSECUTOR,
  /** An officer who answers in a case of another agency; nobody holds a post of this role. */
  HOST_AGENCY,
  /** The person under correction. */
  SUBJECT,
  /** Reads the audit trail and nothing else. */
  AUDITOR,
  /** Keeps organisation and accounts; reads no case. */
  ADMINISTRATOR,
  /** Devices of the agency speak for themselves; deadlines fire by themselves. */
  SYSTEM;

  /** Whether this role supervises people day by day. */
  public boolean supervises() {
    return switch (this) {
      case AGENCY_OFFICER, JUDICIAL_OFFICE, BUREAU_HEAD, CITY_AGENCY -> true;
      case COURT, PROSECUTOR, HOST_AGENCY, SUBJECT, AUDITOR, ADMINISTRATOR, SYSTEM -> false;
    };
  }
}
