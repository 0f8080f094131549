package org.smartcorrection.location.supervision;

/** What a device's sensors can say: a closed list without anything of the body. Order is stored. */
public enum Sign {
  /** The strap's loop is open. */
  STRAP_OPEN,
  /** The case is open. */
  CASE_OPEN,
  /** The device is worn. */
  WORN,
  /** It is being charged. */
  CHARGING,
  /** It was moved since its last report. */
  MOVED,
  /** Its receiver is being jammed. */
  JAMMED,
  /** Its position was put in by software. */
  MOCKED,
  /** It is being switched off. */
  POWERING_OFF;

  @SuppressWarnings("EnumOrdinal") // the order is stored, see above
  int bit() {
    return 1 << ordinal();
  }
}
