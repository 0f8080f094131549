package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.platform.kernel.PersonId;

/** Something for the one writer of positions. */
sealed interface Arrival {
  /** What a device sent. */
  sealed interface Sent extends Arrival {
    Device device();

    /** Completed when what came of it is durable. */
    CompletableFuture<Answer> answer();
  }

  /** A report that can be one. */
  record Measured(
      Device device, Report report, Instant receivedAt, CompletableFuture<Answer> answer)
      implements Sent {}

  /** None: only that it came, and why it is none, is counted. */
  record Unusable(Device device, Answer.Refused why, CompletableFuture<Answer> answer)
      implements Sent {}

  /** Time to look at the clock. */
  record Look(CompletableFuture<Void> done) implements Arrival {}

  /** Where a person may be was decided anew. */
  record Changed(PersonId person) implements Arrival {}
}
