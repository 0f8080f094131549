package org.smartcorrection.platform.exchange.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way.
 *
 * @param body as it is sent and signed
 * @param answer what came of the last try: a status, or the word for why there was none
 */
record Message(
    UUID id,
    UUID webhook,
    EventKind kind,
    String body,
    State state,
    int tries,
    Instant createdAt,
    @Nullable Instant triedAt,
    @Nullable String answer) {
  enum State {
    WAITING,
    DELIVERED,
    /** Not tried any more. */
    GIVEN_UP
  }
}
