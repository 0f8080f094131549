package org.smartcorrection.platform.exchange.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends what is due, and notes what came of it. */
@Component
class Sending {
  private static final int AT_ONCE = 20;
  private static final Duration KEPT = Duration.ofDays(90);

  private final Outbox outbox;
  private final Webhooks webhooks;
  private final Wire wire;
  private final Clock clock;

  Sending(Outbox outbox, Webhooks webhooks, Wire wire, Clock clock) {
    this.outbox = outbox;
    this.webhooks = webhooks;
    this.wire = wire;
    this.clock = clock;
  }

  /** Sends the next messages. Each is a POST of its own, signed at the moment it is sent. */
  void round() {
    for (Message message : outbox.due(AT_ONCE)) {
      Webhook to = webhooks.get(message.webhook());
      Wire.Answer answer =
          wire.post(
              to.address(),
              Map.of(
                  "Content-Type",
                  "application/json",
                  "User-Agent",
                  "smart-correction",
                  "Idempotency-Key",
                  message.id().toString(),
                  Signature.HEADER,
                  Signature.of(webhooks.secret(to.id()), clock.instant(), message.body())),
              message.body().getBytes(StandardCharsets.UTF_8));
      switch (answer) {
        case Wire.Answer.Status(int code) when code >= 200 && code < 300 -> {
          outbox.delivered(message, Integer.toString(code));
          webhooks.arrived(to.id());
        }
        case Wire.Answer.Status(int code) -> {
          outbox.failed(message, Integer.toString(code));
          webhooks.failed(to.id());
        }
        case Wire.Answer.None(var why) -> {
          outbox.failed(message, why.name());
          webhooks.failed(to.id());
        }
      }
    }
    outbox.forget(clock.instant().minus(KEPT));
  }
}
