package org.smartcorrection.platform.tracking;

import java.util.Optional;
import org.smartcorrection.location.supervision.Kind;

/** What a question is about; the names are those of the procedure {@code alarm}. */
public enum AlarmKind {
  LEFT_AREA,
  ENTERED_PROHIBITED_PLACE,
  ABSENT_AT_REQUIRED_TIME,
  NO_SIGNAL,
  DEVICE_TAMPERED,
  DEVICE_SEPARATED,
  POSITION_DOUBTED,
  REPORT_MISSED,
  LEAVE_OVERDUE,
  OTHER_BREACH;

  /** The question that an observation raises; a low battery is advice to the wearer and no more. */
  static Optional<AlarmKind> of(Kind kind) {
    return Optional.ofNullable(
        switch (kind) {
          case LEFT_PERMITTED_AREA -> LEFT_AREA;
          case ENTERED_FORBIDDEN_ZONE -> ENTERED_PROHIBITED_PLACE;
          case ABSENT_AT_REQUIRED_TIME -> ABSENT_AT_REQUIRED_TIME;
          case OFFLINE, POWERED_OFF -> NO_SIGNAL;
          case STRAP_OPEN, CASE_OPEN, JAMMED -> DEVICE_TAMPERED;
          case SEPARATED -> DEVICE_SEPARATED;
          case MOCKED, IMPOSSIBLE_TRAVEL, CLOCK_DRIFT, SOURCES_DISAGREE, REPLAYED, TOO_SMOOTH ->
              POSITION_DOUBTED;
          case BATTERY_LOW -> null;
        });
  }
}
