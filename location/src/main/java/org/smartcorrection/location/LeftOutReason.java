package org.smartcorrection.location;

/** Why a good fix was not used as evidence. It is kept with this reason. The order is stored. */
public enum LeftOutReason {
  /** Made from mobile masts only. */
  CELL_ONLY,
  /** Coarser than {@link FindingRules#usableAccuracyMetres()}. */
  TOO_INACCURATE,
  /** Nobody gets there that fast from the last used fix. */
  IMPLAUSIBLE_SPEED,
  /** Earlier than, or of the same time as, a fix that was already judged. */
  LATE,
  /** The last fix once more. */
  DUPLICATE,
  /** No place of execution was in force at its time. */
  NO_PERMITTED_AREA,
  /** The device says that software put it in. */
  MADE_BY_SOFTWARE,
  /** Made from fewer satellites than a position needs. */
  TOO_FEW_SATELLITES,
  /** Positions of this kind are in doubt as long as an observation of spoofing is open. */
  NOT_BELIEVED,
  /**
   * The last satellite position under a new time, from a device that does not say it is at rest.
   */
  STALE,
  /** Not where the device itself said that it was heading, fast, a moment after the last one. */
  IMPLAUSIBLE_COURSE
}
