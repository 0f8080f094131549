package org.smartcorrection.platform.tracking;

/** Why what is due to go stays for now. */
enum Hold {
  /** A question about the person is not closed. */
  ALARM,
  /** Something else about the person is under way that may rest on it, or they complained. */
  PROCEEDING,
  /** What the person entrusted to the procuratorate alone: no figure of the agency shows it. */
  ENTRUSTED
}
