package org.smartcorrection.platform.exchange.webhook;

import java.time.Duration;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.stereotype.Component;

/** Sends in the background; what waited when the platform stopped goes out when it is back. */
@Component
class SendingKeeper extends Keeper {
  private final Sending sending;

  SendingKeeper(Sending sending) {
    super("webhooks", Duration.ofSeconds(1));
    this.sending = sending;
  }

  @Override
  protected void round() {
    sending.round();
  }
}
