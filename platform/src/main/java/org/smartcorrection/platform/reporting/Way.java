package org.smartcorrection.platform.reporting;

import java.util.List;

/** How a report was made: the choices of the fact {@code way} (rule M13). */
public enum Way {
  PHONE_PAGE,
  KIOSK,
  COUNTER,
  TELEPHONE,
  VISIT;

  /** The ways in which staff take a report on the person's behalf. */
  public static final List<Way> BY_STAFF = List.of(COUNTER, TELEPHONE, VISIT);
}
