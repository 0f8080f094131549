package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.platform.kernel.PersonId;

/** Something for the one writer of positions. */
sealed interface Arrival {
  /** What a device sent at once; the answers come when what became of it is durable. */
  record Sent(
      Device device, List<Heard> heard, Instant receivedAt, CompletableFuture<List<Answer>> answers)
      implements Arrival {}

  /** One message of a device. */
  sealed interface Heard {}

  /** A report that can be one. */
  record Measured(Report report) implements Heard {}

  /** None: only that it came, and why it is none, is counted. */
  record Unusable(Answer.Refused why) implements Heard {}

  /** Time to look at the clock. */
  record Look(CompletableFuture<Void> done) implements Arrival {}

  /** Where a person may be was decided anew. */
  record Changed(PersonId person) implements Arrival {}

  /** A person's positioning ended, perhaps earlier than that was recorded. */
  record Lifted(PersonId person) implements Arrival {}

  /** How many messages it is. */
  default int messages() {
    return this instanceof Sent sent ? sent.heard().size() : 0;
  }
}
