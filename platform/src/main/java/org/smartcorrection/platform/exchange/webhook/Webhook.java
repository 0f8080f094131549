package org.smartcorrection.platform.exchange.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AgencyId;

/**
 * An address that is told of events in one agency's cases.
 *
 * @param failures in a row; none after a message that arrived
 */
record Webhook(
    UUID id,
    AgencyId custody,
    URI address,
    List<EventKind> kinds,
    State state,
    int failures,
    Instant createdAt) {
  /** Whether messages go out. */
  enum State {
    ACTIVE,
    /** After many failures: messages wait until an administrator lets them go on. */
    PAUSED,
    ENDED
  }

  Webhook {
    kinds = List.copyOf(kinds);
  }
}
