package org.smartcorrection.platform.tracking;

/** What became of a position that a device sent. */
sealed interface Answer {
  /** It is on the disk. */
  record Kept() implements Answer {}

  /**
   * Nothing of it was kept.
   *
   * @param reason a message key
   */
  record Refused(String reason) implements Answer {
    static Refused of(Enum<?> reason) {
      return new Refused("tracking.refused." + reason.name());
    }
  }
}
