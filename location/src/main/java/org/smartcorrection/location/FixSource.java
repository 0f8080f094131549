package org.smartcorrection.location;

/** What a fix was made from; it decides how far a fix is believed. */
public enum FixSource {
  /** BeiDou, GPS or another satellite system. */
  GNSS,
  /** Wi-Fi networks in reach. */
  WIFI,
  /** Mobile masts only: kilometres at times, never evidence. */
  CELL,
  /** A person stated the place. */
  MANUAL,
  /** The device did not say. */
  UNKNOWN
}
