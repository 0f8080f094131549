package org.smartcorrection.location;

/** Why what a device sent is no position. */
public enum RefusedFix {
  /** The device sent no time, and ours would be an invention. */
  NO_TIME,
  /** A clock that was never set. */
  TIME_BEFORE_2000,
  /** Older than any device stores, see {@link Fixes#LONGEST_STORAGE}. */
  TIME_TOO_OLD,
  /** Further ahead than {@link Fixes#CLOCK_TOLERANCE}. */
  TIME_IN_FUTURE,
  /** No latitude or longitude, or exactly 0, 0. */
  NO_POSITION,
  /** Not a number from -90 to 90. */
  LATITUDE_OUT_OF_RANGE,
  /** Not a number from -180 to 180. */
  LONGITUDE_OUT_OF_RANGE,
  /** Negative, not a number, or above {@link Fixes#COARSEST_ACCURACY_METRES}. */
  ACCURACY_ABSURD
}
