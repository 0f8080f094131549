package org.smartcorrection.location.supervision;

import java.time.Instant;

/** What can come in about one person, in the order of its time and not of its arrival. */
public sealed interface Message permits Report, Verification {
  /** When it was measured, by a clock that was put right. */
  Instant time();
}
