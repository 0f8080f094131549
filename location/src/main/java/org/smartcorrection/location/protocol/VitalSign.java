package org.smartcorrection.location.protocol;

/** The signs of the body that are read at all; what else a device measures is passed over. */
public enum VitalSign {
  /** Beats a minute. */
  HEART_RATE,
  /** Millimetres of mercury, the upper and the lower. */
  BLOOD_PRESSURE,
  /** Of the body, in degrees Celsius. */
  TEMPERATURE,
  /** As the device counts them. */
  STEPS,
  /** That the device took something for a fall. */
  FALL
}
