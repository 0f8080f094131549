package org.smartcorrection.location.supervision;

/** What is remembered as going on. Order is stored. */
enum Condition {
  OFFLINE,
  BATTERY_LOW,
  POWERED_OFF,
  STRAP,
  CASE,
  JAMMED,
  MOCKED,
  CLOCK,
  SOURCES,
  TRAVEL,
  REPLAYED,
  SMOOTH,
  UNWORN,
  STILL,
  CHARGING,
  ELSEWHERE,
  SEPARATED,
  /** The motion sensor said no while the device travelled: it is not asked any more. */
  MOTION_BROKEN
}
