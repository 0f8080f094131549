package org.smartcorrection.platform.tracking;

/** What a question is about; the names are those of the procedure {@code alarm}. */
public enum AlarmKind {
  LEFT_AREA,
  ENTERED_PROHIBITED_PLACE,
  NO_SIGNAL,
  DEVICE_TAMPERED,
  REPORT_MISSED,
  LEAVE_OVERDUE,
  OTHER_BREACH
}
