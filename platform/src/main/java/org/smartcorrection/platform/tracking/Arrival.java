package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.smartcorrection.location.Fix;

/** Something a device sent, on its way to the disk. */
sealed interface Arrival {
  Device device();

  /** Completed when what came of it is durable. */
  CompletableFuture<Answer> answer();

  /** A position that can be one. */
  record Measured(Device device, Fix fix, Instant receivedAt, CompletableFuture<Answer> answer)
      implements Arrival {}

  /** None: only that it came, and why it is none, is counted. */
  record Unusable(Device device, Answer.Refused why, CompletableFuture<Answer> answer)
      implements Arrival {}
}
